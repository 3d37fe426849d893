-- SQLite has no row security: the schema stays as it is, the version advances together with PostgreSQL.
SELECT 1;
