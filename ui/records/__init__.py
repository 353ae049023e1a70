"""Tables and forms that are made from a record's specification alone."""
