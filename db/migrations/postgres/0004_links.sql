DROP INDEX "task_motions_motion";--> statement-breakpoint
CREATE INDEX "events_recent" ON "events" USING btree ("organization_id","occurred_at","id");--> statement-breakpoint
CREATE INDEX "motions_merged" ON "motions" USING btree ("organization_id","merged_into_id");--> statement-breakpoint
CREATE INDEX "task_motions_motion" ON "task_motions" USING btree ("organization_id","motion_id","task_id");