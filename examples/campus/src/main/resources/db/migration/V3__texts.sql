-- What learners hand in is named in both, however long its text is.
alter table act alter column subject set data type text;
alter table notice alter column text set data type text;
