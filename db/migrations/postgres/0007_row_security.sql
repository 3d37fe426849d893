-- The second lock on PostgreSQL: a query that forgot whose rows it wants gets those of the unit that the gate has let in.
-- `debata.units` names the units in sight, parted by commas; empty or unset is work for all of them (gates, jobs, migrations).
-- The sub-selects are asked once per statement, not once per row. FORCE, because the service owns its tables.
-- A later migration that makes a table with organization_id ends with: select guard_units();
CREATE FUNCTION guard_units() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
	unit_table regclass;
BEGIN
	FOR unit_table IN
		SELECT c.oid FROM pg_class c
		JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organization_id' AND NOT a.attisdropped
		WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
		AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'units_in_sight')
	LOOP
		EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', unit_table);
		EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', unit_table);
		EXECUTE format($policy$
			CREATE POLICY units_in_sight ON %s USING (
				(SELECT coalesce(current_setting('debata.units', true), '') = '')
				OR organization_id = ANY ((SELECT string_to_array(current_setting('debata.units', true), ','))::text[])
			)$policy$, unit_table);
	END LOOP;
END $$;
--> statement-breakpoint
SELECT guard_units();
--> statement-breakpoint
ALTER TABLE "organizations" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "organizations" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- Names of units are public, and a unit reads which ones stand below it; only its own row may be changed.
CREATE POLICY units_are_known ON "organizations" FOR SELECT USING (true);
--> statement-breakpoint
CREATE POLICY units_in_sight ON "organizations" USING (
	(SELECT coalesce(current_setting('debata.units', true), '') = '')
	OR id = ANY ((SELECT string_to_array(current_setting('debata.units', true), ','))::text[])
);
