CREATE TABLE `head_counts` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`debate_id` text NOT NULL,
	`group_name` text NOT NULL,
	`count` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`,`debate_id`) REFERENCES `debates`(`organization_id`,`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "head_counts_group_word" CHECK("head_counts"."group_name" in ('residents', 'youth', 'seniors', 'institutions', 'media')),
	CONSTRAINT "head_counts_count" CHECK("head_counts"."count" between 0 and 100000)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `head_counts_group` ON `head_counts` (`organization_id`,`debate_id`,`group_name`);--> statement-breakpoint
CREATE TABLE `registrations` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`debate_id` text NOT NULL,
	`name` text NOT NULL,
	`email` text DEFAULT '' NOT NULL,
	`seats` integer DEFAULT 1 NOT NULL,
	`needs` text DEFAULT '' NOT NULL,
	`status` text NOT NULL,
	`queued_at` integer NOT NULL,
	`checked_in_at` integer,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`,`debate_id`) REFERENCES `debates`(`organization_id`,`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "registrations_status" CHECK("registrations"."status" in ('confirmed', 'waiting', 'withdrawn')),
	CONSTRAINT "registrations_seats" CHECK("registrations"."seats" between 1 and 10)
);
--> statement-breakpoint
CREATE INDEX `registrations_debate` ON `registrations` (`organization_id`,`debate_id`,`status`,`queued_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `registrations_organization_id` ON `registrations` (`organization_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `registrations_token_hash` ON `registrations` (`token_hash`);--> statement-breakpoint
CREATE TABLE `agenda_items` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`debate_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`minutes` integer NOT NULL,
	`presenter` text DEFAULT '' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`body_id` text,
	`internal` integer DEFAULT false NOT NULL,
	`started_at` integer,
	`finished_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`,`debate_id`) REFERENCES `debates`(`organization_id`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`,`body_id`) REFERENCES `bodies`(`organization_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "agenda_items_kind" CHECK("agenda_items"."kind" in ('opening', 'speech', 'follow_up', 'discussion', 'findings', 'survey', 'vote', 'break', 'closing')),
	CONSTRAINT "agenda_items_minutes" CHECK("agenda_items"."minutes" between 0 and 600)
);
--> statement-breakpoint
CREATE INDEX `agenda_items_debate` ON `agenda_items` (`organization_id`,`debate_id`,`position`);--> statement-breakpoint
CREATE UNIQUE INDEX `agenda_items_organization_id` ON `agenda_items` (`organization_id`,`id`);--> statement-breakpoint
CREATE TABLE `debates` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`kind` text NOT NULL,
	`status` text DEFAULT 'draft' NOT NULL,
	`number` integer NOT NULL,
	`year` integer NOT NULL,
	`slug` text NOT NULL,
	`code` text NOT NULL,
	`cycle_title` text NOT NULL,
	`topic` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`venue_name` text NOT NULL,
	`venue_address` text DEFAULT '' NOT NULL,
	`access` text NOT NULL,
	`access_note` text DEFAULT '' NOT NULL,
	`capacity` integer,
	`chair` text DEFAULT '' NOT NULL,
	`moderator` text DEFAULT '' NOT NULL,
	`minute_taker` text DEFAULT '' NOT NULL,
	`co_organizer` text DEFAULT '' NOT NULL,
	`answers_close_at` integer NOT NULL,
	`motions_close_at` integer NOT NULL,
	`minutes_due_on` text,
	`evaluation_on` text,
	`evaluates_debate_id` text,
	`paired_debate_id` text,
	`announced_at` integer,
	`opened_at` integer,
	`held_at` integer,
	`closed_at` integer,
	`called_off_at` integer,
	`date_pending` integer DEFAULT false NOT NULL,
	`status_reason` text DEFAULT '' NOT NULL,
	`calendar_sequence` integer DEFAULT 0 NOT NULL,
	`search` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`,`evaluates_debate_id`) REFERENCES `debates`(`organization_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organization_id`,`paired_debate_id`) REFERENCES `debates`(`organization_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "debates_kind" CHECK("debates"."kind" in ('initiating', 'evaluation', 'forum', 'working_meeting', 'youth')),
	CONSTRAINT "debates_status" CHECK("debates"."status" in ('draft', 'announced', 'live', 'held', 'closed', 'postponed', 'cancelled')),
	CONSTRAINT "debates_order" CHECK("debates"."ends_at" > "debates"."starts_at"),
	CONSTRAINT "debates_called_off" CHECK(("debates"."status" in ('postponed', 'cancelled')) = ("debates"."called_off_at" is not null))
);
--> statement-breakpoint
CREATE INDEX `debates_start` ON `debates` (`organization_id`,`starts_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `debates_organization_id` ON `debates` (`organization_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `debates_slug` ON `debates` (`organization_id`,`slug`);--> statement-breakpoint
CREATE UNIQUE INDEX `debates_number` ON `debates` (`organization_id`,`year`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `debates_code` ON `debates` (`code`);--> statement-breakpoint
CREATE TABLE `bodies` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`area` text DEFAULT '' NOT NULL,
	`address` text DEFAULT '' NOT NULL,
	`email` text DEFAULT '' NOT NULL,
	`phone` text DEFAULT '' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`search` text DEFAULT '' NOT NULL,
	`desk_token_hash` text NOT NULL,
	`desk_generation` integer DEFAULT 1 NOT NULL,
	`archived_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "bodies_kind" CHECK("bodies"."kind" in ('municipality', 'county', 'voivodeship', 'council', 'police', 'fire_service', 'municipal_guard', 'road_manager', 'housing', 'school', 'estate_council', 'village', 'social_welfare', 'sanitary_inspection', 'medical_rescue', 'media', 'other'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `bodies_organization_id` ON `bodies` (`organization_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `bodies_name` ON `bodies` (`organization_id`,`name`);--> statement-breakpoint
CREATE UNIQUE INDEX `bodies_desk_token` ON `bodies` (`desk_token_hash`);--> statement-breakpoint
CREATE TABLE `offices` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`body_id` text NOT NULL,
	`title` text NOT NULL,
	`salutation_male` text DEFAULT 'Szanowny Panie' NOT NULL,
	`salutation_female` text DEFAULT 'Szanowna Pani' NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	`archived_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`,`body_id`) REFERENCES `bodies`(`organization_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `offices_organization_id` ON `offices` (`organization_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `offices_title` ON `offices` (`organization_id`,`body_id`,`title`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`name` text NOT NULL,
	`rank` text DEFAULT '' NOT NULL,
	`gender` text DEFAULT 'unknown' NOT NULL,
	`salutation` text DEFAULT '' NOT NULL,
	`email` text DEFAULT '' NOT NULL,
	`phone` text DEFAULT '' NOT NULL,
	`search` text DEFAULT '' NOT NULL,
	`archived_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "people_gender" CHECK("people"."gender" in ('female', 'male', 'unknown'))
);
--> statement-breakpoint
CREATE INDEX `people_search` ON `people` (`organization_id`,`search`);--> statement-breakpoint
CREATE UNIQUE INDEX `people_organization_id` ON `people` (`organization_id`,`id`);--> statement-breakpoint
CREATE TABLE `terms` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`office_id` text NOT NULL,
	`person_id` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`,`office_id`) REFERENCES `offices`(`organization_id`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`,`person_id`) REFERENCES `people`(`organization_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `terms_office` ON `terms` (`organization_id`,`office_id`);--> statement-breakpoint
CREATE INDEX `terms_person` ON `terms` (`organization_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `events` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`debate_id` text,
	`action` text NOT NULL,
	`subject_id` text NOT NULL,
	`actor` text NOT NULL,
	`data` text,
	`occurred_at` integer NOT NULL,
	`delivered_at` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_attempt_at` integer,
	`failure` text,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `events_outbox` ON `events` (`delivered_at`,`next_attempt_at`);--> statement-breakpoint
CREATE INDEX `events_debate` ON `events` (`organization_id`,`debate_id`,`occurred_at`);--> statement-breakpoint
CREATE INDEX `events_subject` ON `events` (`organization_id`,`subject_id`,`occurred_at`);--> statement-breakpoint
CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`debate_id` text,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`recipient_name` text NOT NULL,
	`recipient_email` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`html` text NOT NULL,
	`calendar` text,
	`calendar_method` text,
	`message_id` text NOT NULL,
	`status` text DEFAULT 'queued' NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_attempt_at` integer NOT NULL,
	`sent_at` integer,
	`failure` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "messages_status" CHECK("messages"."status" in ('queued', 'sent', 'kept', 'failed'))
);
--> statement-breakpoint
CREATE INDEX `messages_queue` ON `messages` (`status`,`next_attempt_at`);--> statement-breakpoint
CREATE INDEX `messages_organization` ON `messages` (`organization_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `messages_subject` ON `messages` (`organization_id`,`subject_id`,`created_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `messages_message_id` ON `messages` (`message_id`);--> statement-breakpoint
CREATE TABLE `submissions` (
	`organization_id` text NOT NULL,
	`key` text NOT NULL,
	`result` text NOT NULL,
	`submitted_at` integer NOT NULL,
	PRIMARY KEY(`organization_id`, `key`),
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `submissions_age` ON `submissions` (`submitted_at`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`debate_id` text NOT NULL,
	`body_id` text NOT NULL,
	`office_id` text,
	`person_id` text,
	`body_name` text NOT NULL,
	`office_title` text NOT NULL,
	`person_name` text DEFAULT '' NOT NULL,
	`person_rank` text DEFAULT '' NOT NULL,
	`salutation` text NOT NULL,
	`email` text DEFAULT '' NOT NULL,
	`phone` text DEFAULT '' NOT NULL,
	`guest_key` text NOT NULL,
	`status` text DEFAULT 'draft' NOT NULL,
	`sent_at` integer,
	`responded_at` integer,
	`responded_via` text,
	`decline_reason` text DEFAULT '' NOT NULL,
	`needs` text DEFAULT '' NOT NULL,
	`reminded_at` integer,
	`reminders` integer DEFAULT 0 NOT NULL,
	`token_hash` text NOT NULL,
	`generation` integer DEFAULT 1 NOT NULL,
	`presence` text,
	`arrived_at` integer,
	`left_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`,`debate_id`) REFERENCES `debates`(`organization_id`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`,`body_id`) REFERENCES `bodies`(`organization_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organization_id`,`office_id`) REFERENCES `offices`(`organization_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organization_id`,`person_id`) REFERENCES `people`(`organization_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "invitations_status" CHECK("invitations"."status" in ('draft', 'sent', 'accepted', 'declined', 'substituted', 'withdrawn')),
	CONSTRAINT "invitations_presence" CHECK("invitations"."presence" is null or "invitations"."presence" in ('present', 'present_by_substitute', 'excused', 'absent')),
	CONSTRAINT "invitations_via" CHECK("invitations"."responded_via" is null or "invitations"."responded_via" in ('link', 'phone', 'letter', 'email', 'in_person'))
);
--> statement-breakpoint
CREATE INDEX `invitations_debate` ON `invitations` (`organization_id`,`debate_id`);--> statement-breakpoint
CREATE INDEX `invitations_body` ON `invitations` (`organization_id`,`body_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_organization_id` ON `invitations` (`organization_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_token_hash` ON `invitations` (`token_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_guest` ON `invitations` (`debate_id`,`guest_key`);--> statement-breakpoint
CREATE TABLE `substitutes` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`invitation_id` text NOT NULL,
	`name` text NOT NULL,
	`post` text NOT NULL,
	`email` text DEFAULT '' NOT NULL,
	`status` text DEFAULT 'asked' NOT NULL,
	`responded_at` integer,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`,`invitation_id`) REFERENCES `invitations`(`organization_id`,`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "substitutes_status" CHECK("substitutes"."status" in ('asked', 'confirmed', 'declined', 'replaced'))
);
--> statement-breakpoint
CREATE INDEX `substitutes_invitation` ON `substitutes` (`organization_id`,`invitation_id`,`created_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `substitutes_organization_id` ON `substitutes` (`organization_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `substitutes_token_hash` ON `substitutes` (`token_hash`);--> statement-breakpoint
CREATE TABLE `minutes` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`debate_id` text NOT NULL,
	`status` text DEFAULT 'drafting' NOT NULL,
	`number` text,
	`drawn_up_on` text,
	`approved_at` integer,
	`approved_by` text DEFAULT '' NOT NULL,
	`published_at` integer,
	`frozen` text,
	`sha256` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`,`debate_id`) REFERENCES `debates`(`organization_id`,`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "minutes_status" CHECK("minutes"."status" in ('drafting', 'in_correction', 'approved', 'published'))
);
--> statement-breakpoint
CREATE INDEX `minutes_sha256` ON `minutes` (`sha256`);--> statement-breakpoint
CREATE UNIQUE INDEX `minutes_organization_id` ON `minutes` (`organization_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `minutes_debate` ON `minutes` (`debate_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `minutes_number` ON `minutes` (`organization_id`,`number`);--> statement-breakpoint
CREATE TABLE `minutes_parts` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`minutes_id` text NOT NULL,
	`key` text NOT NULL,
	`text` text NOT NULL,
	`internal` integer DEFAULT false NOT NULL,
	`edited_by` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`,`minutes_id`) REFERENCES `minutes`(`organization_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `minutes_parts_organization_id` ON `minutes_parts` (`organization_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `minutes_parts_key` ON `minutes_parts` (`minutes_id`,`key`);--> statement-breakpoint
CREATE TABLE `minutes_texts` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`part_id` text NOT NULL,
	`version` integer NOT NULL,
	`text` text NOT NULL,
	`edited_by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`,`part_id`) REFERENCES `minutes_parts`(`organization_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `minutes_texts_version` ON `minutes_texts` (`part_id`,`version`);--> statement-breakpoint
CREATE TABLE `motions` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`debate_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`number` text NOT NULL,
	`category` text NOT NULL,
	`kmzb` text,
	`place` text DEFAULT '' NOT NULL,
	`text_raw` text NOT NULL,
	`text_public` text NOT NULL,
	`channel` text NOT NULL,
	`raised_by` text DEFAULT 'resident' NOT NULL,
	`author_name` text DEFAULT '' NOT NULL,
	`author_email` text DEFAULT '' NOT NULL,
	`status` text DEFAULT 'submitted' NOT NULL,
	`outcome` text,
	`sensitivity` text DEFAULT 'public' NOT NULL,
	`legal_track` text DEFAULT 'debate_only' NOT NULL,
	`flags` text NOT NULL,
	`return_reason` text DEFAULT '' NOT NULL,
	`merged_into_id` text,
	`answer` text DEFAULT '' NOT NULL,
	`answered_by` text DEFAULT '' NOT NULL,
	`referred_to_body_id` text,
	`agenda_item_id` text,
	`settlement` text,
	`settlement_note` text DEFAULT '' NOT NULL,
	`settled_at` integer,
	`reported_at_debate_id` text,
	`report_text` text DEFAULT '' NOT NULL,
	`hall_verdict` text,
	`code_hash` text NOT NULL,
	`submitted_at` integer NOT NULL,
	`admitted_at` integer,
	`decided_at` integer,
	`search` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`,`debate_id`) REFERENCES `debates`(`organization_id`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`,`merged_into_id`) REFERENCES `motions`(`organization_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organization_id`,`referred_to_body_id`) REFERENCES `bodies`(`organization_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organization_id`,`agenda_item_id`) REFERENCES `agenda_items`(`organization_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organization_id`,`reported_at_debate_id`) REFERENCES `debates`(`organization_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "motions_category" CHECK("motions"."category" in ('ROAD', 'INFRA', 'PARK', 'ORDER', 'VAND', 'DRUG', 'YOUTH', 'SENIOR', 'SOCIAL', 'ANIMAL', 'ENV', 'WATER', 'LIGHT', 'CCTV', 'PATROL', 'CYBER', 'CONTACT', 'OTHER')),
	CONSTRAINT "motions_channel" CHECK("motions"."channel" in ('online', 'hall', 'paper', 'staff')),
	CONSTRAINT "motions_raised_by" CHECK("motions"."raised_by" in ('resident', 'councillor', 'village_head', 'estate_council', 'institution', 'official', 'anonymous')),
	CONSTRAINT "motions_status_word" CHECK("motions"."status" in ('submitted', 'admitted', 'returned')),
	CONSTRAINT "motions_outcome" CHECK("motions"."outcome" is null or "motions"."outcome" in ('answered_on_spot', 'task', 'referred', 'merged', 'out_of_scope', 'police_only')),
	CONSTRAINT "motions_sensitivity" CHECK("motions"."sensitivity" in ('public', 'internal', 'police_only')),
	CONSTRAINT "motions_legal_track" CHECK("motions"."legal_track" in ('debate_only', 'kpa_motion', 'complaint', 'petition')),
	CONSTRAINT "motions_settlement" CHECK("motions"."settlement" is null or "motions"."settlement" in ('done', 'partly', 'refused')),
	CONSTRAINT "motions_verdict" CHECK("motions"."hall_verdict" is null or "motions"."hall_verdict" in ('done', 'partly', 'not_done')),
	CONSTRAINT "motions_merged" CHECK(("motions"."outcome" = 'merged') = ("motions"."merged_into_id" is not null) or "motions"."outcome" is null),
	CONSTRAINT "motions_police_only" CHECK("motions"."outcome" is null or "motions"."outcome" <> 'police_only' or "motions"."sensitivity" = 'police_only')
);
--> statement-breakpoint
CREATE INDEX `motions_debate` ON `motions` (`organization_id`,`debate_id`,`sequence`);--> statement-breakpoint
CREATE INDEX `motions_recent` ON `motions` (`organization_id`,`submitted_at`,`id`);--> statement-breakpoint
CREATE INDEX `motions_status` ON `motions` (`organization_id`,`status`,`submitted_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `motions_organization_id` ON `motions` (`organization_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `motions_sequence` ON `motions` (`debate_id`,`sequence`);--> statement-breakpoint
CREATE UNIQUE INDEX `motions_code_hash` ON `motions` (`code_hash`);--> statement-breakpoint
CREATE TABLE `counters` (
	`organization_id` text NOT NULL,
	`name` text NOT NULL,
	`value` integer NOT NULL,
	PRIMARY KEY(`organization_id`, `name`),
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `organizations` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`short_name` text NOT NULL,
	`department` text DEFAULT '' NOT NULL,
	`locality_in` text DEFAULT '' NOT NULL,
	`locality` text DEFAULT '' NOT NULL,
	`address` text DEFAULT '' NOT NULL,
	`phone` text DEFAULT '' NOT NULL,
	`email` text DEFAULT '' NOT NULL,
	`head_office` text DEFAULT '' NOT NULL,
	`data_officer` text DEFAULT '' NOT NULL,
	`minutes_pattern` text DEFAULT '{numer}/{rok}' NOT NULL,
	`revision` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organizations_slug` ON `organizations` (`slug`);--> statement-breakpoint
CREATE TABLE `member_invites` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`email` text NOT NULL,
	`role` text NOT NULL,
	`token_hash` text NOT NULL,
	`expires_at` integer NOT NULL,
	`accepted_at` integer,
	`revoked` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "member_invites_role" CHECK("member_invites"."role" in ('admin', 'organizer', 'clerk', 'officer', 'viewer'))
);
--> statement-breakpoint
CREATE INDEX `member_invites_organization` ON `member_invites` (`organization_id`,`created_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `member_invites_token` ON `member_invites` (`token_hash`);--> statement-breakpoint
CREATE TABLE `memberships` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`ended_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "memberships_role" CHECK("memberships"."role" in ('admin', 'organizer', 'clerk', 'officer', 'viewer'))
);
--> statement-breakpoint
CREATE INDEX `memberships_user` ON `memberships` (`user_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `memberships_organization_user` ON `memberships` (`organization_id`,`user_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`started_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `sign_in_failures` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sign_in_failures_key` ON `sign_in_failures` (`key`,`at`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`rank` text DEFAULT '' NOT NULL,
	`password_hash` text NOT NULL,
	`disabled_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email` ON `users` (`email`);--> statement-breakpoint
CREATE TABLE `agreements` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`task_id` text,
	`subject` text NOT NULL,
	`parties` text NOT NULL,
	`resolution` text DEFAULT '' NOT NULL,
	`signed_on` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`amount_grosze` integer NOT NULL,
	`services` integer NOT NULL,
	`services_used` integer DEFAULT 0 NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`,`task_id`) REFERENCES `tasks`(`organization_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "agreements_amount" CHECK("agreements"."amount_grosze" >= 0),
	CONSTRAINT "agreements_used" CHECK("agreements"."services_used" between 0 and "agreements"."services")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `agreements_organization_id` ON `agreements` (`organization_id`,`id`);--> statement-breakpoint
CREATE TABLE `task_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`task_id` text NOT NULL,
	`kind` text NOT NULL,
	`from_state` text,
	`to_state` text,
	`text` text DEFAULT '' NOT NULL,
	`due_on` text,
	`public` integer DEFAULT true NOT NULL,
	`actor` text NOT NULL,
	`author` text DEFAULT '' NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`,`task_id`) REFERENCES `tasks`(`organization_id`,`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "task_entries_kind" CHECK("task_entries"."kind" in ('state', 'report', 'note', 'extension', 'reminder', 'transfer'))
);
--> statement-breakpoint
CREATE INDEX `task_entries_task` ON `task_entries` (`organization_id`,`task_id`,`at`);--> statement-breakpoint
CREATE TABLE `task_motions` (
	`organization_id` text NOT NULL,
	`task_id` text NOT NULL,
	`motion_id` text NOT NULL,
	PRIMARY KEY(`organization_id`, `task_id`, `motion_id`),
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`,`task_id`) REFERENCES `tasks`(`organization_id`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`,`motion_id`) REFERENCES `motions`(`organization_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `task_motions_motion` ON `task_motions` (`organization_id`,`motion_id`);--> statement-breakpoint
CREATE TABLE `task_supporters` (
	`organization_id` text NOT NULL,
	`task_id` text NOT NULL,
	`body_id` text NOT NULL,
	PRIMARY KEY(`organization_id`, `task_id`, `body_id`),
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`,`task_id`) REFERENCES `tasks`(`organization_id`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`,`body_id`) REFERENCES `bodies`(`organization_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `tasks` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`debate_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`title` text NOT NULL,
	`details` text DEFAULT '' NOT NULL,
	`owner_body_id` text NOT NULL,
	`due_on` text NOT NULL,
	`due_basis` text NOT NULL,
	`state` text DEFAULT 'new' NOT NULL,
	`result` text DEFAULT '' NOT NULL,
	`refusal_reason` text DEFAULT '' NOT NULL,
	`budget_year` integer,
	`transferred_to_id` text,
	`priority` integer DEFAULT false NOT NULL,
	`internal` integer DEFAULT false NOT NULL,
	`heard_at` integer,
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
	CONSTRAINT "tasks_state" CHECK("tasks"."state" in ('new', 'accepted', 'in_progress', 'reported_done', 'confirmed', 'partly_done', 'refused', 'needs_funds', 'transferred')),
	CONSTRAINT "tasks_due_basis" CHECK("tasks"."due_basis" in ('commitment', 'courtesy', 'art_243', 'art_244', 'art_245', 'art_247')),
	CONSTRAINT "tasks_refused" CHECK("tasks"."state" <> 'refused' or "tasks"."refusal_reason" <> ''),
	CONSTRAINT "tasks_funds" CHECK("tasks"."state" <> 'needs_funds' or "tasks"."budget_year" is not null)
);
--> statement-breakpoint
CREATE INDEX `tasks_due` ON `tasks` (`organization_id`,`state`,`due_on`);--> statement-breakpoint
CREATE INDEX `tasks_owner` ON `tasks` (`organization_id`,`owner_body_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `tasks_organization_id` ON `tasks` (`organization_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `tasks_sequence` ON `tasks` (`debate_id`,`sequence`);