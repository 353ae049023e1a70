"""XLSForms: the workbooks in which ODK, Kobo and others define a survey, read and written."""
