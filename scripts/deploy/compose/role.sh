#!/bin/sh
# Run once by the image of PostgreSQL, on an empty volume: Debata's role owns its database and is nothing more.
set -eu
psql -v ON_ERROR_STOP=1 -v password="$DATABASE_PASSWORD" -U postgres <<'SQL'
create role debata login nosuperuser nobypassrls nocreatedb nocreaterole password :'password';
create database debata owner debata;
SQL
