CREATE TABLE `agreement_uses` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`agreement_id` text NOT NULL,
	`used_on` text NOT NULL,
	`services` integer NOT NULL,
	`place` text DEFAULT '' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`identified` integer DEFAULT 0 NOT NULL,
	`fined` integer DEFAULT 0 NOT NULL,
	`cautioned` integer DEFAULT 0 NOT NULL,
	`detained` integer DEFAULT 0 NOT NULL,
	`actor` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`,`agreement_id`) REFERENCES `agreements`(`organization_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `agreement_uses_agreement` ON `agreement_uses` (`organization_id`,`agreement_id`,`used_on`);--> statement-breakpoint
CREATE TABLE `competences` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`category` text NOT NULL,
	`area` text DEFAULT '' NOT NULL,
	`area_key` text DEFAULT '' NOT NULL,
	`body_id` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`,`body_id`) REFERENCES `bodies`(`organization_id`,`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "competences_category" CHECK("competences"."category" in ('ANY', 'ROAD', 'INFRA', 'PARK', 'ORDER', 'VAND', 'DRUG', 'YOUTH', 'SENIOR', 'SOCIAL', 'ANIMAL', 'ENV', 'WATER', 'LIGHT', 'CCTV', 'PATROL', 'CYBER', 'CONTACT', 'OTHER'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `competences_organization_id` ON `competences` (`organization_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `competences_area` ON `competences` (`organization_id`,`category`,`area_key`);--> statement-breakpoint
CREATE TABLE `ballot_votes` (
	`organization_id` text NOT NULL,
	`ballot_id` text NOT NULL,
	`device_hash` text NOT NULL,
	`verdict` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`organization_id`, `ballot_id`, `device_hash`),
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`,`ballot_id`) REFERENCES `ballots`(`organization_id`,`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "ballot_votes_verdict" CHECK("ballot_votes"."verdict" in ('done', 'partly', 'not_done'))
);
--> statement-breakpoint
CREATE TABLE `ballots` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`debate_id` text NOT NULL,
	`motion_id` text NOT NULL,
	`opened_at` integer NOT NULL,
	`closed_at` integer,
	`heads_done` integer DEFAULT 0 NOT NULL,
	`heads_partly` integer DEFAULT 0 NOT NULL,
	`heads_not_done` integer DEFAULT 0 NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`,`debate_id`) REFERENCES `debates`(`organization_id`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`,`motion_id`) REFERENCES `motions`(`organization_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ballots_organization_id` ON `ballots` (`organization_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `ballots_motion` ON `ballots` (`organization_id`,`debate_id`,`motion_id`);--> statement-breakpoint
CREATE TABLE `followers` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`motion_id` text NOT NULL,
	`email` text NOT NULL,
	`email_key` text NOT NULL,
	`supports` integer DEFAULT false NOT NULL,
	`generation` integer DEFAULT 1 NOT NULL,
	`token_hash` text NOT NULL,
	`requested_at` integer NOT NULL,
	`confirmed_at` integer,
	`ended_at` integer,
	`asked_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`,`motion_id`) REFERENCES `motions`(`organization_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `followers_motion` ON `followers` (`organization_id`,`motion_id`,`confirmed_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `followers_organization_id` ON `followers` (`organization_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `followers_email` ON `followers` (`organization_id`,`motion_id`,`email_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `followers_token` ON `followers` (`token_hash`);--> statement-breakpoint
CREATE TABLE `opinions` (
	`organization_id` text NOT NULL,
	`motion_id` text NOT NULL,
	`voter` text NOT NULL,
	`verdict` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`organization_id`, `motion_id`, `voter`),
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`,`motion_id`) REFERENCES `motions`(`organization_id`,`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "opinions_verdict" CHECK("opinions"."verdict" in ('done', 'partly', 'not_done'))
);
--> statement-breakpoint
CREATE TABLE `screens` (
	`debate_id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`mode` text NOT NULL,
	`motion_id` text,
	`generation` integer DEFAULT 1 NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`,`debate_id`) REFERENCES `debates`(`organization_id`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`,`motion_id`) REFERENCES `motions`(`organization_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "screens_mode" CHECK("screens"."mode" in ('agenda', 'slide', 'ballot', 'result', 'blank'))
);
--> statement-breakpoint
CREATE TABLE `repeat_dismissals` (
	`organization_id` text NOT NULL,
	`category` text NOT NULL,
	`place_key` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`actor` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`organization_id`, `category`, `place_key`),
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `carried_tasks` (
	`organization_id` text NOT NULL,
	`debate_id` text NOT NULL,
	`task_id` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`carried_at` integer NOT NULL,
	PRIMARY KEY(`organization_id`, `debate_id`, `task_id`),
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`,`debate_id`) REFERENCES `debates`(`organization_id`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`,`task_id`) REFERENCES `tasks`(`organization_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `carried_tasks_task` ON `carried_tasks` (`organization_id`,`task_id`);--> statement-breakpoint
CREATE TABLE `motion_bodies` (
	`organization_id` text NOT NULL,
	`body_id` text NOT NULL,
	`debate_rank` integer NOT NULL,
	`sequence` integer NOT NULL,
	`motion_id` text NOT NULL,
	PRIMARY KEY(`organization_id`, `body_id`, `debate_rank`, `sequence`, `motion_id`),
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`,`motion_id`) REFERENCES `motions`(`organization_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `motion_bodies_motion` ON `motion_bodies` (`organization_id`,`motion_id`);--> statement-breakpoint
CREATE TABLE `notice_runs` (
	`organization_id` text NOT NULL,
	`name` text NOT NULL,
	`day` text NOT NULL,
	`cursor` text DEFAULT '' NOT NULL,
	`sent` integer DEFAULT 0 NOT NULL,
	`finished_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`organization_id`, `name`, `day`),
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `task_files` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`task_id` text NOT NULL,
	`entry_id` text,
	`title` text NOT NULL,
	`file_name` text NOT NULL,
	`media_type` text NOT NULL,
	`size` integer NOT NULL,
	`width` integer,
	`height` integer,
	`sha256` text NOT NULL,
	`content` text NOT NULL,
	`public` integer DEFAULT false NOT NULL,
	`added_by` text NOT NULL,
	`author` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`,`task_id`) REFERENCES `tasks`(`organization_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `task_files_organization_id` ON `task_files` (`organization_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `task_files_content` ON `task_files` (`task_id`,`sha256`);--> statement-breakpoint
CREATE TABLE `task_notices` (
	`organization_id` text NOT NULL,
	`task_id` text NOT NULL,
	`kind` text NOT NULL,
	`due_on` text NOT NULL,
	`message_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`organization_id`, `task_id`, `kind`, `due_on`),
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`,`task_id`) REFERENCES `tasks`(`organization_id`,`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "task_notices_kind" CHECK("task_notices"."kind" in ('before_7', 'before_1', 'after_1', 'after_7', 'chair_30'))
);
--> statement-breakpoint
CREATE TABLE `tracker_counts` (
	`organization_id` text NOT NULL,
	`state` text NOT NULL,
	`due_on` text DEFAULT '' NOT NULL,
	`many` integer NOT NULL,
	PRIMARY KEY(`organization_id`, `state`, `due_on`),
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_task_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`task_id` text NOT NULL,
	`kind` text NOT NULL,
	`from_state` text,
	`to_state` text,
	`text` text DEFAULT '' NOT NULL,
	`due_on` text,
	`progress` integer,
	`public` integer DEFAULT true NOT NULL,
	`actor` text NOT NULL,
	`author` text DEFAULT '' NOT NULL,
	`author_post` text DEFAULT '' NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`,`task_id`) REFERENCES `tasks`(`organization_id`,`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "task_entries_kind" CHECK("__new_task_entries"."kind" in ('state', 'report', 'note', 'extension', 'reminder', 'transfer', 'proposal', 'proposal_declined', 'not_ours', 'evidence', 'carried'))
);
--> statement-breakpoint
INSERT INTO `__new_task_entries`("id", "organization_id", "task_id", "kind", "from_state", "to_state", "text", "due_on", "progress", "public", "actor", "author", "author_post", "at") SELECT "id", "organization_id", "task_id", "kind", "from_state", "to_state", "text", "due_on", NULL, "public", "actor", "author", '', "at" FROM `task_entries`;--> statement-breakpoint
DROP TABLE `task_entries`;--> statement-breakpoint
ALTER TABLE `__new_task_entries` RENAME TO `task_entries`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `task_entries_task` ON `task_entries` (`organization_id`,`task_id`,`at`);--> statement-breakpoint
CREATE TABLE `__new_tasks` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`debate_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`title` text NOT NULL,
	`details` text DEFAULT '' NOT NULL,
	`owner_body_id` text NOT NULL,
	`due_on` text NOT NULL,
	`due_basis` text NOT NULL,
	`due_from` text,
	`progress` integer DEFAULT 0 NOT NULL,
	`proposed_due_on` text,
	`proposed_reason` text DEFAULT '' NOT NULL,
	`proposed_by` text DEFAULT '' NOT NULL,
	`proposed_at` integer,
	`disowned_reason` text DEFAULT '' NOT NULL,
	`disowned_at` integer,
	`state` text DEFAULT 'new' NOT NULL,
	`result` text DEFAULT '' NOT NULL,
	`refusal_reason` text DEFAULT '' NOT NULL,
	`budget_year` integer,
	`transferred_to_id` text,
	`priority` integer DEFAULT false NOT NULL,
	`internal` integer DEFAULT false NOT NULL,
	`heard_at` integer,
	`first_heard_at` integer,
	`reported_at` integer,
	`settled_at` integer,
	`reminded_at` integer,
	`search` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`,`debate_id`) REFERENCES `debates`(`organization_id`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`,`owner_body_id`) REFERENCES `bodies`(`organization_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organization_id`,`transferred_to_id`) REFERENCES `tasks`(`organization_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "tasks_state" CHECK("__new_tasks"."state" in ('new', 'accepted', 'in_progress', 'reported_done', 'confirmed', 'partly_done', 'refused', 'needs_funds', 'transferred')),
	CONSTRAINT "tasks_due_basis" CHECK("__new_tasks"."due_basis" in ('commitment', 'courtesy', 'art_243', 'art_244', 'art_245', 'art_247', 'petition')),
	CONSTRAINT "tasks_progress" CHECK("__new_tasks"."progress" between 0 and 100),
	CONSTRAINT "tasks_proposal" CHECK(("__new_tasks"."proposed_due_on" is null) = ("__new_tasks"."proposed_at" is null)),
	CONSTRAINT "tasks_refused" CHECK("__new_tasks"."state" <> 'refused' or "__new_tasks"."refusal_reason" <> ''),
	CONSTRAINT "tasks_funds" CHECK("__new_tasks"."state" <> 'needs_funds' or "__new_tasks"."budget_year" is not null)
);
--> statement-breakpoint
INSERT INTO `__new_tasks`("id", "organization_id", "debate_id", "sequence", "title", "details", "owner_body_id", "due_on", "due_basis", "due_from", "progress", "proposed_due_on", "proposed_reason", "proposed_by", "proposed_at", "disowned_reason", "disowned_at", "state", "result", "refusal_reason", "budget_year", "transferred_to_id", "priority", "internal", "heard_at", "first_heard_at", "reported_at", "settled_at", "reminded_at", "search", "version", "created_at", "updated_at") SELECT "id", "organization_id", "debate_id", "sequence", "title", "details", "owner_body_id", "due_on", "due_basis", NULL, 0, NULL, '', '', NULL, '', NULL, "state", "result", "refusal_reason", "budget_year", "transferred_to_id", "priority", "internal", "heard_at", "heard_at", "reported_at", "settled_at", "reminded_at", "search", "version", "created_at", "updated_at" FROM `tasks`;--> statement-breakpoint
DROP TABLE `tasks`;--> statement-breakpoint
ALTER TABLE `__new_tasks` RENAME TO `tasks`;--> statement-breakpoint
CREATE INDEX `tasks_due` ON `tasks` (`organization_id`,`state`,`due_on`);--> statement-breakpoint
CREATE INDEX `tasks_owner` ON `tasks` (`organization_id`,`owner_body_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `tasks_organization_id` ON `tasks` (`organization_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `tasks_sequence` ON `tasks` (`debate_id`,`sequence`);--> statement-breakpoint
ALTER TABLE `motions` ADD `place_key` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `motions` ADD `debate_rank` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `motions` ADD `track_state` text;--> statement-breakpoint
ALTER TABLE `motions` ADD `track_due_on` text;--> statement-breakpoint
ALTER TABLE `motions` ADD `follow_state` text;--> statement-breakpoint
ALTER TABLE `motions` ADD `referred_at` integer;--> statement-breakpoint
ALTER TABLE `motions` ADD `opinion_asked_at` integer;--> statement-breakpoint
CREATE INDEX `motions_rank` ON `motions` (`organization_id`,`debate_rank`,`sequence`);--> statement-breakpoint
CREATE INDEX `motions_track` ON `motions` (`organization_id`,`track_state`,`debate_rank`,`sequence`);--> statement-breakpoint
CREATE INDEX `motions_track_due` ON `motions` (`organization_id`,`track_due_on`);--> statement-breakpoint
CREATE INDEX `motions_category_rank` ON `motions` (`organization_id`,`category`,`debate_rank`,`sequence`);--> statement-breakpoint
CREATE INDEX `motions_place_rank` ON `motions` (`organization_id`,`place_key`,`debate_rank`,`sequence`);--> statement-breakpoint
ALTER TABLE `organizations` ADD `parent_id` text REFERENCES organizations(id);--> statement-breakpoint
ALTER TABLE `organizations` ADD `chair_email` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `organizations` ADD `reminds` integer DEFAULT true NOT NULL;--> statement-breakpoint
CREATE INDEX `organizations_parent` ON `organizations` (`parent_id`);--> statement-breakpoint
ALTER TABLE `agreements` ADD `unit_price_grosze` integer;--> statement-breakpoint
ALTER TABLE `agreements` ADD `places` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `agreements` ADD `report` text DEFAULT '' NOT NULL;