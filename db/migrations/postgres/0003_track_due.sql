DROP INDEX "motions_track_due";--> statement-breakpoint
CREATE INDEX "motions_track_due" ON "motions" USING btree ("organization_id","track_due_on","debate_rank","sequence");