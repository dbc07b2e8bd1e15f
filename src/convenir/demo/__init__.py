"""The demonstration: invented territories, their texts and facts, and the characters who use the product."""
