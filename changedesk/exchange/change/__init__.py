"""Files of the change side: registers, plans, attendance and rosters as plain rows."""
