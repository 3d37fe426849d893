CREATE TABLE `speeches` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`debate_id` text NOT NULL,
	`agenda_item_id` text NOT NULL,
	`speaker` text NOT NULL,
	`at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`,`debate_id`) REFERENCES `debates`(`organization_id`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`,`agenda_item_id`) REFERENCES `agenda_items`(`organization_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `speeches_debate` ON `speeches` (`organization_id`,`debate_id`,`at`);--> statement-breakpoint
CREATE UNIQUE INDEX `speeches_organization_id` ON `speeches` (`organization_id`,`id`);--> statement-breakpoint
CREATE TABLE `minutes_editions` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`minutes_id` text NOT NULL,
	`no` integer NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`draft` text,
	`started_by` text DEFAULT '' NOT NULL,
	`approved_at` integer,
	`approved_by` text DEFAULT '' NOT NULL,
	`published_at` integer,
	`frozen` text,
	`sha256` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`,`minutes_id`) REFERENCES `minutes`(`organization_id`,`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "minutes_editions_frozen" CHECK(("minutes_editions"."approved_at" is null) = ("minutes_editions"."sha256" is null))
);
--> statement-breakpoint
CREATE INDEX `minutes_editions_sha256` ON `minutes_editions` (`sha256`);--> statement-breakpoint
CREATE UNIQUE INDEX `minutes_editions_organization_id` ON `minutes_editions` (`organization_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `minutes_editions_no` ON `minutes_editions` (`minutes_id`,`no`);--> statement-breakpoint
CREATE TABLE `minutes_files` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`debate_id` text NOT NULL,
	`title` text NOT NULL,
	`file_name` text NOT NULL,
	`media_type` text NOT NULL,
	`size` integer NOT NULL,
	`sha256` text NOT NULL,
	`content` text NOT NULL,
	`internal` integer DEFAULT true NOT NULL,
	`added_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`,`debate_id`) REFERENCES `debates`(`organization_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `minutes_files_organization_id` ON `minutes_files` (`organization_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `minutes_files_content` ON `minutes_files` (`debate_id`,`sha256`);--> statement-breakpoint
CREATE TABLE `minutes_readers` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`minutes_id` text NOT NULL,
	`invitation_id` text NOT NULL,
	`name` text DEFAULT '' NOT NULL,
	`post` text DEFAULT '' NOT NULL,
	`body_name` text DEFAULT '' NOT NULL,
	`email` text DEFAULT '' NOT NULL,
	`token_hash` text NOT NULL,
	`generation` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`,`minutes_id`) REFERENCES `minutes`(`organization_id`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`,`invitation_id`) REFERENCES `invitations`(`organization_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `minutes_readers_organization_id` ON `minutes_readers` (`organization_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `minutes_readers_token_hash` ON `minutes_readers` (`token_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `minutes_readers_guest` ON `minutes_readers` (`minutes_id`,`invitation_id`);--> statement-breakpoint
CREATE TABLE `minutes_remarks` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`minutes_id` text NOT NULL,
	`reader_id` text NOT NULL,
	`part_key` text NOT NULL,
	`part_title` text NOT NULL,
	`original` text NOT NULL,
	`proposed` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`status` text DEFAULT 'open' NOT NULL,
	`decision` text DEFAULT '' NOT NULL,
	`decided_by` text DEFAULT '' NOT NULL,
	`decided_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`,`minutes_id`) REFERENCES `minutes`(`organization_id`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`,`reader_id`) REFERENCES `minutes_readers`(`organization_id`,`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "minutes_remarks_status" CHECK("minutes_remarks"."status" in ('open', 'accepted', 'rejected')),
	CONSTRAINT "minutes_remarks_decided" CHECK(("minutes_remarks"."status" = 'open') = ("minutes_remarks"."decided_at" is null))
);
--> statement-breakpoint
CREATE INDEX `minutes_remarks_minutes` ON `minutes_remarks` (`organization_id`,`minutes_id`,`created_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `minutes_remarks_organization_id` ON `minutes_remarks` (`organization_id`,`id`);--> statement-breakpoint
CREATE TABLE `phrases` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`position` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `phrases_position` ON `phrases` (`organization_id`,`position`);--> statement-breakpoint
CREATE UNIQUE INDEX `phrases_organization_id` ON `phrases` (`organization_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `phrases_title` ON `phrases` (`organization_id`,`title`);--> statement-breakpoint
ALTER TABLE `minutes` ADD `correction_opened_at` integer;--> statement-breakpoint
ALTER TABLE `minutes` ADD `correction_until` integer;--> statement-breakpoint
ALTER TABLE `minutes` ADD `edition` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `minutes_parts` ADD `basis` text DEFAULT '' NOT NULL;--> statement-breakpoint
INSERT INTO minutes_editions (id, organization_id, minutes_id, no, approved_at, approved_by, published_at, frozen, sha256, created_at, updated_at)
SELECT id, organization_id, id, 1, approved_at, approved_by, published_at, frozen, sha256, approved_at, updated_at FROM minutes WHERE sha256 IS NOT NULL;--> statement-breakpoint
UPDATE minutes SET edition = 1 WHERE sha256 IS NOT NULL;
