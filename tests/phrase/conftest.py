from hypothesis import HealthCheck, settings

# A first example also pays for compiling the grammar, and machines differ: no deadlines.
settings.register_profile("untimed", deadline=None, max_examples=3000, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")
