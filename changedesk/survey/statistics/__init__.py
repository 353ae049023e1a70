"""The arithmetic of surveys: short pure functions, without database, clock or randomness.

Where a distribution function is needed it comes from `distributions`; SciPy is what the tests
hold every one of these modules against.
"""
