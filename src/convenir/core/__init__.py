"""The law: values and functions of time, without clock, database or framework."""
