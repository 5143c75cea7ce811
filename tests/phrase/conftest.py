from hypothesis import HealthCheck, settings

# A first example also pays for compiling the grammar, and machines differ: no deadlines.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")
