"""What is measured: ratios inside one run, and growth with size; never a time compared with a wall clock."""
