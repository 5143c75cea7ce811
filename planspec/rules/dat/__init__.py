"""DAT: dates: deadlines outside the year or before the issue, another year's dates, cadence, no deadline."""
