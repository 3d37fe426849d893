DROP INDEX `motions_status`;--> statement-breakpoint
CREATE INDEX `motions_outcome` ON `motions` (`organization_id`,`outcome`,`submitted_at`,`id`);--> statement-breakpoint
CREATE INDEX `motions_status` ON `motions` (`organization_id`,`status`,`submitted_at`,`id`);