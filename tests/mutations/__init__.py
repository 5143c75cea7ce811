"""The test of judgement: faults planted in the five real plans, each of which its rule must find."""
