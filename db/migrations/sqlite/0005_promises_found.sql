CREATE INDEX `agreements_task` ON `agreements` (`organization_id`,`task_id`);--> statement-breakpoint
CREATE INDEX `followers_requests` ON `followers` (`organization_id`,`email_key`,`requested_at`);