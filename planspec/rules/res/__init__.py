"""RES: who does it: lead, support and members of work groups."""
