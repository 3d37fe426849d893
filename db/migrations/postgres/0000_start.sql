CREATE TABLE "head_counts" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"debate_id" text NOT NULL,
	"group_name" text NOT NULL,
	"count" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "head_counts_group" UNIQUE("organization_id","debate_id","group_name"),
	CONSTRAINT "head_counts_group_word" CHECK ("head_counts"."group_name" in ('residents', 'youth', 'seniors', 'institutions', 'media')),
	CONSTRAINT "head_counts_count" CHECK ("head_counts"."count" between 0 and 100000)
);
--> statement-breakpoint
CREATE TABLE "registrations" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"debate_id" text NOT NULL,
	"name" text NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"seats" bigint DEFAULT 1 NOT NULL,
	"needs" text DEFAULT '' NOT NULL,
	"status" text NOT NULL,
	"queued_at" timestamp (3) with time zone NOT NULL,
	"checked_in_at" timestamp (3) with time zone,
	"token_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "registrations_organization_id" UNIQUE("organization_id","id"),
	CONSTRAINT "registrations_token_hash" UNIQUE("token_hash"),
	CONSTRAINT "registrations_status" CHECK ("registrations"."status" in ('confirmed', 'waiting', 'withdrawn')),
	CONSTRAINT "registrations_seats" CHECK ("registrations"."seats" between 1 and 10)
);
--> statement-breakpoint
CREATE TABLE "agenda_items" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"debate_id" text NOT NULL,
	"position" bigint NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"minutes" bigint NOT NULL,
	"presenter" text DEFAULT '' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"body_id" text,
	"internal" boolean DEFAULT false NOT NULL,
	"started_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "agenda_items_organization_id" UNIQUE("organization_id","id"),
	CONSTRAINT "agenda_items_kind" CHECK ("agenda_items"."kind" in ('opening', 'speech', 'follow_up', 'discussion', 'findings', 'survey', 'vote', 'break', 'closing')),
	CONSTRAINT "agenda_items_minutes" CHECK ("agenda_items"."minutes" between 0 and 600)
);
--> statement-breakpoint
CREATE TABLE "debates" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"kind" text NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"number" bigint NOT NULL,
	"year" bigint NOT NULL,
	"slug" text NOT NULL,
	"code" text NOT NULL,
	"cycle_title" text NOT NULL,
	"topic" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"venue_name" text NOT NULL,
	"venue_address" text DEFAULT '' NOT NULL,
	"access" jsonb NOT NULL,
	"access_note" text DEFAULT '' NOT NULL,
	"capacity" bigint,
	"chair" text DEFAULT '' NOT NULL,
	"moderator" text DEFAULT '' NOT NULL,
	"minute_taker" text DEFAULT '' NOT NULL,
	"co_organizer" text DEFAULT '' NOT NULL,
	"answers_close_at" timestamp (3) with time zone NOT NULL,
	"motions_close_at" timestamp (3) with time zone NOT NULL,
	"minutes_due_on" text,
	"evaluation_on" text,
	"evaluates_debate_id" text,
	"paired_debate_id" text,
	"announced_at" timestamp (3) with time zone,
	"opened_at" timestamp (3) with time zone,
	"held_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"called_off_at" timestamp (3) with time zone,
	"date_pending" boolean DEFAULT false NOT NULL,
	"status_reason" text DEFAULT '' NOT NULL,
	"calendar_sequence" bigint DEFAULT 0 NOT NULL,
	"search" text DEFAULT '' NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "debates_organization_id" UNIQUE("organization_id","id"),
	CONSTRAINT "debates_slug" UNIQUE("organization_id","slug"),
	CONSTRAINT "debates_number" UNIQUE("organization_id","year","number"),
	CONSTRAINT "debates_code" UNIQUE("code"),
	CONSTRAINT "debates_kind" CHECK ("debates"."kind" in ('initiating', 'evaluation', 'forum', 'working_meeting', 'youth')),
	CONSTRAINT "debates_status" CHECK ("debates"."status" in ('draft', 'announced', 'live', 'held', 'closed', 'postponed', 'cancelled')),
	CONSTRAINT "debates_order" CHECK ("debates"."ends_at" > "debates"."starts_at"),
	CONSTRAINT "debates_called_off" CHECK (("debates"."status" in ('postponed', 'cancelled')) = ("debates"."called_off_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "bodies" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"area" text DEFAULT '' NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"search" text DEFAULT '' NOT NULL,
	"desk_token_hash" text NOT NULL,
	"desk_generation" bigint DEFAULT 1 NOT NULL,
	"archived_at" timestamp (3) with time zone,
	"version" bigint DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "bodies_organization_id" UNIQUE("organization_id","id"),
	CONSTRAINT "bodies_name" UNIQUE("organization_id","name"),
	CONSTRAINT "bodies_desk_token" UNIQUE("desk_token_hash"),
	CONSTRAINT "bodies_kind" CHECK ("bodies"."kind" in ('municipality', 'county', 'voivodeship', 'council', 'police', 'fire_service', 'municipal_guard', 'road_manager', 'housing', 'school', 'estate_council', 'village', 'social_welfare', 'sanitary_inspection', 'medical_rescue', 'media', 'other'))
);
--> statement-breakpoint
CREATE TABLE "offices" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"body_id" text NOT NULL,
	"title" text NOT NULL,
	"salutation_male" text DEFAULT 'Szanowny Panie' NOT NULL,
	"salutation_female" text DEFAULT 'Szanowna Pani' NOT NULL,
	"position" bigint DEFAULT 0 NOT NULL,
	"archived_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "offices_organization_id" UNIQUE("organization_id","id"),
	CONSTRAINT "offices_title" UNIQUE("organization_id","body_id","title")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"name" text NOT NULL,
	"rank" text DEFAULT '' NOT NULL,
	"gender" text DEFAULT 'unknown' NOT NULL,
	"salutation" text DEFAULT '' NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"search" text DEFAULT '' NOT NULL,
	"archived_at" timestamp (3) with time zone,
	"version" bigint DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "people_organization_id" UNIQUE("organization_id","id"),
	CONSTRAINT "people_gender" CHECK ("people"."gender" in ('female', 'male', 'unknown'))
);
--> statement-breakpoint
CREATE TABLE "terms" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"office_id" text NOT NULL,
	"person_id" text NOT NULL,
	"starts_on" text NOT NULL,
	"ends_on" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"debate_id" text,
	"action" text NOT NULL,
	"subject_id" text NOT NULL,
	"actor" text NOT NULL,
	"data" jsonb,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"delivered_at" timestamp (3) with time zone,
	"attempts" bigint DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp (3) with time zone,
	"failure" text
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"debate_id" text,
	"kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"recipient_name" text NOT NULL,
	"recipient_email" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"html" text NOT NULL,
	"calendar" text,
	"calendar_method" text,
	"message_id" text NOT NULL,
	"status" text DEFAULT 'queued' NOT NULL,
	"attempts" bigint DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"failure" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "messages_message_id" UNIQUE("message_id"),
	CONSTRAINT "messages_status" CHECK ("messages"."status" in ('queued', 'sent', 'kept', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "submissions" (
	"organization_id" text NOT NULL,
	"key" text NOT NULL,
	"result" jsonb NOT NULL,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "submissions_organization_id_key_pk" PRIMARY KEY("organization_id","key")
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"debate_id" text NOT NULL,
	"body_id" text NOT NULL,
	"office_id" text,
	"person_id" text,
	"body_name" text NOT NULL,
	"office_title" text NOT NULL,
	"person_name" text DEFAULT '' NOT NULL,
	"person_rank" text DEFAULT '' NOT NULL,
	"salutation" text NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"guest_key" text NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"responded_at" timestamp (3) with time zone,
	"responded_via" text,
	"decline_reason" text DEFAULT '' NOT NULL,
	"needs" text DEFAULT '' NOT NULL,
	"reminded_at" timestamp (3) with time zone,
	"reminders" bigint DEFAULT 0 NOT NULL,
	"token_hash" text NOT NULL,
	"generation" bigint DEFAULT 1 NOT NULL,
	"presence" text,
	"arrived_at" timestamp (3) with time zone,
	"left_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "invitations_organization_id" UNIQUE("organization_id","id"),
	CONSTRAINT "invitations_token_hash" UNIQUE("token_hash"),
	CONSTRAINT "invitations_guest" UNIQUE("debate_id","guest_key"),
	CONSTRAINT "invitations_status" CHECK ("invitations"."status" in ('draft', 'sent', 'accepted', 'declined', 'substituted', 'withdrawn')),
	CONSTRAINT "invitations_presence" CHECK ("invitations"."presence" is null or "invitations"."presence" in ('present', 'present_by_substitute', 'excused', 'absent')),
	CONSTRAINT "invitations_via" CHECK ("invitations"."responded_via" is null or "invitations"."responded_via" in ('link', 'phone', 'letter', 'email', 'in_person'))
);
--> statement-breakpoint
CREATE TABLE "substitutes" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"invitation_id" text NOT NULL,
	"name" text NOT NULL,
	"post" text NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"status" text DEFAULT 'asked' NOT NULL,
	"responded_at" timestamp (3) with time zone,
	"token_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "substitutes_organization_id" UNIQUE("organization_id","id"),
	CONSTRAINT "substitutes_token_hash" UNIQUE("token_hash"),
	CONSTRAINT "substitutes_status" CHECK ("substitutes"."status" in ('asked', 'confirmed', 'declined', 'replaced'))
);
--> statement-breakpoint
CREATE TABLE "minutes" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"debate_id" text NOT NULL,
	"status" text DEFAULT 'drafting' NOT NULL,
	"number" text,
	"drawn_up_on" text,
	"approved_at" timestamp (3) with time zone,
	"approved_by" text DEFAULT '' NOT NULL,
	"published_at" timestamp (3) with time zone,
	"frozen" jsonb,
	"sha256" text,
	"version" bigint DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "minutes_organization_id" UNIQUE("organization_id","id"),
	CONSTRAINT "minutes_debate" UNIQUE("debate_id"),
	CONSTRAINT "minutes_number" UNIQUE("organization_id","number"),
	CONSTRAINT "minutes_status" CHECK ("minutes"."status" in ('drafting', 'in_correction', 'approved', 'published'))
);
--> statement-breakpoint
CREATE TABLE "minutes_parts" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"minutes_id" text NOT NULL,
	"key" text NOT NULL,
	"text" text NOT NULL,
	"internal" boolean DEFAULT false NOT NULL,
	"edited_by" text NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "minutes_parts_organization_id" UNIQUE("organization_id","id"),
	CONSTRAINT "minutes_parts_key" UNIQUE("minutes_id","key")
);
--> statement-breakpoint
CREATE TABLE "minutes_texts" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"part_id" text NOT NULL,
	"version" bigint NOT NULL,
	"text" text NOT NULL,
	"edited_by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "minutes_texts_version" UNIQUE("part_id","version")
);
--> statement-breakpoint
CREATE TABLE "motions" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"debate_id" text NOT NULL,
	"sequence" bigint NOT NULL,
	"number" text NOT NULL,
	"category" text NOT NULL,
	"kmzb" text,
	"place" text DEFAULT '' NOT NULL,
	"text_raw" text NOT NULL,
	"text_public" text NOT NULL,
	"channel" text NOT NULL,
	"raised_by" text DEFAULT 'resident' NOT NULL,
	"author_name" text DEFAULT '' NOT NULL,
	"author_email" text DEFAULT '' NOT NULL,
	"status" text DEFAULT 'submitted' NOT NULL,
	"outcome" text,
	"sensitivity" text DEFAULT 'public' NOT NULL,
	"legal_track" text DEFAULT 'debate_only' NOT NULL,
	"flags" jsonb NOT NULL,
	"return_reason" text DEFAULT '' NOT NULL,
	"merged_into_id" text,
	"answer" text DEFAULT '' NOT NULL,
	"answered_by" text DEFAULT '' NOT NULL,
	"referred_to_body_id" text,
	"agenda_item_id" text,
	"settlement" text,
	"settlement_note" text DEFAULT '' NOT NULL,
	"settled_at" timestamp (3) with time zone,
	"reported_at_debate_id" text,
	"report_text" text DEFAULT '' NOT NULL,
	"hall_verdict" text,
	"code_hash" text NOT NULL,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	"admitted_at" timestamp (3) with time zone,
	"decided_at" timestamp (3) with time zone,
	"search" text DEFAULT '' NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "motions_organization_id" UNIQUE("organization_id","id"),
	CONSTRAINT "motions_sequence" UNIQUE("debate_id","sequence"),
	CONSTRAINT "motions_code_hash" UNIQUE("code_hash"),
	CONSTRAINT "motions_category" CHECK ("motions"."category" in ('ROAD', 'INFRA', 'PARK', 'ORDER', 'VAND', 'DRUG', 'YOUTH', 'SENIOR', 'SOCIAL', 'ANIMAL', 'ENV', 'WATER', 'LIGHT', 'CCTV', 'PATROL', 'CYBER', 'CONTACT', 'OTHER')),
	CONSTRAINT "motions_channel" CHECK ("motions"."channel" in ('online', 'hall', 'paper', 'staff')),
	CONSTRAINT "motions_raised_by" CHECK ("motions"."raised_by" in ('resident', 'councillor', 'village_head', 'estate_council', 'institution', 'official', 'anonymous')),
	CONSTRAINT "motions_status_word" CHECK ("motions"."status" in ('submitted', 'admitted', 'returned')),
	CONSTRAINT "motions_outcome" CHECK ("motions"."outcome" is null or "motions"."outcome" in ('answered_on_spot', 'task', 'referred', 'merged', 'out_of_scope', 'police_only')),
	CONSTRAINT "motions_sensitivity" CHECK ("motions"."sensitivity" in ('public', 'internal', 'police_only')),
	CONSTRAINT "motions_legal_track" CHECK ("motions"."legal_track" in ('debate_only', 'kpa_motion', 'complaint', 'petition')),
	CONSTRAINT "motions_settlement" CHECK ("motions"."settlement" is null or "motions"."settlement" in ('done', 'partly', 'refused')),
	CONSTRAINT "motions_verdict" CHECK ("motions"."hall_verdict" is null or "motions"."hall_verdict" in ('done', 'partly', 'not_done')),
	CONSTRAINT "motions_merged" CHECK (("motions"."outcome" = 'merged') = ("motions"."merged_into_id" is not null) or "motions"."outcome" is null),
	CONSTRAINT "motions_police_only" CHECK ("motions"."outcome" is null or "motions"."outcome" <> 'police_only' or "motions"."sensitivity" = 'police_only')
);
--> statement-breakpoint
CREATE TABLE "counters" (
	"organization_id" text NOT NULL,
	"name" text NOT NULL,
	"value" bigint NOT NULL,
	CONSTRAINT "counters_organization_id_name_pk" PRIMARY KEY("organization_id","name")
);
--> statement-breakpoint
CREATE TABLE "organizations" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"short_name" text NOT NULL,
	"department" text DEFAULT '' NOT NULL,
	"locality_in" text DEFAULT '' NOT NULL,
	"locality" text DEFAULT '' NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"head_office" text DEFAULT '' NOT NULL,
	"data_officer" text DEFAULT '' NOT NULL,
	"minutes_pattern" text DEFAULT '{numer}/{rok}' NOT NULL,
	"revision" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "organizations_slug" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "member_invites" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"token_hash" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"revoked" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "member_invites_token" UNIQUE("token_hash"),
	CONSTRAINT "member_invites_role" CHECK ("member_invites"."role" in ('admin', 'organizer', 'clerk', 'officer', 'viewer'))
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"user_id" text NOT NULL,
	"role" text NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "memberships_organization_user" UNIQUE("organization_id","user_id"),
	CONSTRAINT "memberships_role" CHECK ("memberships"."role" in ('admin', 'organizer', 'clerk', 'officer', 'viewer'))
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_failures" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"rank" text DEFAULT '' NOT NULL,
	"password_hash" text NOT NULL,
	"disabled_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "users_email" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "agreements" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"task_id" text,
	"subject" text NOT NULL,
	"parties" text NOT NULL,
	"resolution" text DEFAULT '' NOT NULL,
	"signed_on" text NOT NULL,
	"starts_on" text NOT NULL,
	"ends_on" text NOT NULL,
	"amount_grosze" bigint NOT NULL,
	"services" bigint NOT NULL,
	"services_used" bigint DEFAULT 0 NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "agreements_organization_id" UNIQUE("organization_id","id"),
	CONSTRAINT "agreements_amount" CHECK ("agreements"."amount_grosze" >= 0),
	CONSTRAINT "agreements_used" CHECK ("agreements"."services_used" between 0 and "agreements"."services")
);
--> statement-breakpoint
CREATE TABLE "task_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"task_id" text NOT NULL,
	"kind" text NOT NULL,
	"from_state" text,
	"to_state" text,
	"text" text DEFAULT '' NOT NULL,
	"due_on" text,
	"public" boolean DEFAULT true NOT NULL,
	"actor" text NOT NULL,
	"author" text DEFAULT '' NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "task_entries_kind" CHECK ("task_entries"."kind" in ('state', 'report', 'note', 'extension', 'reminder', 'transfer'))
);
--> statement-breakpoint
CREATE TABLE "task_motions" (
	"organization_id" text NOT NULL,
	"task_id" text NOT NULL,
	"motion_id" text NOT NULL,
	CONSTRAINT "task_motions_organization_id_task_id_motion_id_pk" PRIMARY KEY("organization_id","task_id","motion_id")
);
--> statement-breakpoint
CREATE TABLE "task_supporters" (
	"organization_id" text NOT NULL,
	"task_id" text NOT NULL,
	"body_id" text NOT NULL,
	CONSTRAINT "task_supporters_organization_id_task_id_body_id_pk" PRIMARY KEY("organization_id","task_id","body_id")
);
--> statement-breakpoint
CREATE TABLE "tasks" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"debate_id" text NOT NULL,
	"sequence" bigint NOT NULL,
	"title" text NOT NULL,
	"details" text DEFAULT '' NOT NULL,
	"owner_body_id" text NOT NULL,
	"due_on" text NOT NULL,
	"due_basis" text NOT NULL,
	"state" text DEFAULT 'new' NOT NULL,
	"result" text DEFAULT '' NOT NULL,
	"refusal_reason" text DEFAULT '' NOT NULL,
	"budget_year" bigint,
	"transferred_to_id" text,
	"priority" boolean DEFAULT false NOT NULL,
	"internal" boolean DEFAULT false NOT NULL,
	"heard_at" timestamp (3) with time zone,
	"reported_at" timestamp (3) with time zone,
	"settled_at" timestamp (3) with time zone,
	"reminded_at" timestamp (3) with time zone,
	"search" text DEFAULT '' NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "tasks_organization_id" UNIQUE("organization_id","id"),
	CONSTRAINT "tasks_sequence" UNIQUE("debate_id","sequence"),
	CONSTRAINT "tasks_state" CHECK ("tasks"."state" in ('new', 'accepted', 'in_progress', 'reported_done', 'confirmed', 'partly_done', 'refused', 'needs_funds', 'transferred')),
	CONSTRAINT "tasks_due_basis" CHECK ("tasks"."due_basis" in ('commitment', 'courtesy', 'art_243', 'art_244', 'art_245', 'art_247')),
	CONSTRAINT "tasks_refused" CHECK ("tasks"."state" <> 'refused' or "tasks"."refusal_reason" <> ''),
	CONSTRAINT "tasks_funds" CHECK ("tasks"."state" <> 'needs_funds' or "tasks"."budget_year" is not null)
);
--> statement-breakpoint
ALTER TABLE "head_counts" ADD CONSTRAINT "head_counts_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "head_counts" ADD CONSTRAINT "head_counts_organization_id_debate_id_debates_organization_id_id_fk" FOREIGN KEY ("organization_id","debate_id") REFERENCES "public"."debates"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_organization_id_debate_id_debates_organization_id_id_fk" FOREIGN KEY ("organization_id","debate_id") REFERENCES "public"."debates"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_organization_id_debate_id_debates_organization_id_id_fk" FOREIGN KEY ("organization_id","debate_id") REFERENCES "public"."debates"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_organization_id_body_id_bodies_organization_id_id_fk" FOREIGN KEY ("organization_id","body_id") REFERENCES "public"."bodies"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "debates" ADD CONSTRAINT "debates_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "debates" ADD CONSTRAINT "debates_organization_id_evaluates_debate_id_debates_organization_id_id_fk" FOREIGN KEY ("organization_id","evaluates_debate_id") REFERENCES "public"."debates"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "debates" ADD CONSTRAINT "debates_organization_id_paired_debate_id_debates_organization_id_id_fk" FOREIGN KEY ("organization_id","paired_debate_id") REFERENCES "public"."debates"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bodies" ADD CONSTRAINT "bodies_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offices" ADD CONSTRAINT "offices_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offices" ADD CONSTRAINT "offices_organization_id_body_id_bodies_organization_id_id_fk" FOREIGN KEY ("organization_id","body_id") REFERENCES "public"."bodies"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "terms" ADD CONSTRAINT "terms_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "terms" ADD CONSTRAINT "terms_organization_id_office_id_offices_organization_id_id_fk" FOREIGN KEY ("organization_id","office_id") REFERENCES "public"."offices"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "terms" ADD CONSTRAINT "terms_organization_id_person_id_people_organization_id_id_fk" FOREIGN KEY ("organization_id","person_id") REFERENCES "public"."people"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organization_id_debate_id_debates_organization_id_id_fk" FOREIGN KEY ("organization_id","debate_id") REFERENCES "public"."debates"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organization_id_body_id_bodies_organization_id_id_fk" FOREIGN KEY ("organization_id","body_id") REFERENCES "public"."bodies"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organization_id_office_id_offices_organization_id_id_fk" FOREIGN KEY ("organization_id","office_id") REFERENCES "public"."offices"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organization_id_person_id_people_organization_id_id_fk" FOREIGN KEY ("organization_id","person_id") REFERENCES "public"."people"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "substitutes" ADD CONSTRAINT "substitutes_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "substitutes" ADD CONSTRAINT "substitutes_organization_id_invitation_id_invitations_organization_id_id_fk" FOREIGN KEY ("organization_id","invitation_id") REFERENCES "public"."invitations"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_organization_id_debate_id_debates_organization_id_id_fk" FOREIGN KEY ("organization_id","debate_id") REFERENCES "public"."debates"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_parts" ADD CONSTRAINT "minutes_parts_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_parts" ADD CONSTRAINT "minutes_parts_organization_id_minutes_id_minutes_organization_id_id_fk" FOREIGN KEY ("organization_id","minutes_id") REFERENCES "public"."minutes"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_texts" ADD CONSTRAINT "minutes_texts_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_texts" ADD CONSTRAINT "minutes_texts_organization_id_part_id_minutes_parts_organization_id_id_fk" FOREIGN KEY ("organization_id","part_id") REFERENCES "public"."minutes_parts"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "motions" ADD CONSTRAINT "motions_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "motions" ADD CONSTRAINT "motions_organization_id_debate_id_debates_organization_id_id_fk" FOREIGN KEY ("organization_id","debate_id") REFERENCES "public"."debates"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "motions" ADD CONSTRAINT "motions_organization_id_merged_into_id_motions_organization_id_id_fk" FOREIGN KEY ("organization_id","merged_into_id") REFERENCES "public"."motions"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "motions" ADD CONSTRAINT "motions_organization_id_referred_to_body_id_bodies_organization_id_id_fk" FOREIGN KEY ("organization_id","referred_to_body_id") REFERENCES "public"."bodies"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "motions" ADD CONSTRAINT "motions_organization_id_agenda_item_id_agenda_items_organization_id_id_fk" FOREIGN KEY ("organization_id","agenda_item_id") REFERENCES "public"."agenda_items"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "motions" ADD CONSTRAINT "motions_organization_id_reported_at_debate_id_debates_organization_id_id_fk" FOREIGN KEY ("organization_id","reported_at_debate_id") REFERENCES "public"."debates"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counters" ADD CONSTRAINT "counters_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_invites" ADD CONSTRAINT "member_invites_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_organization_id_task_id_tasks_organization_id_id_fk" FOREIGN KEY ("organization_id","task_id") REFERENCES "public"."tasks"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_entries" ADD CONSTRAINT "task_entries_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_entries" ADD CONSTRAINT "task_entries_organization_id_task_id_tasks_organization_id_id_fk" FOREIGN KEY ("organization_id","task_id") REFERENCES "public"."tasks"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_motions" ADD CONSTRAINT "task_motions_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_motions" ADD CONSTRAINT "task_motions_organization_id_task_id_tasks_organization_id_id_fk" FOREIGN KEY ("organization_id","task_id") REFERENCES "public"."tasks"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_motions" ADD CONSTRAINT "task_motions_organization_id_motion_id_motions_organization_id_id_fk" FOREIGN KEY ("organization_id","motion_id") REFERENCES "public"."motions"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_supporters" ADD CONSTRAINT "task_supporters_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_supporters" ADD CONSTRAINT "task_supporters_organization_id_task_id_tasks_organization_id_id_fk" FOREIGN KEY ("organization_id","task_id") REFERENCES "public"."tasks"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_supporters" ADD CONSTRAINT "task_supporters_organization_id_body_id_bodies_organization_id_id_fk" FOREIGN KEY ("organization_id","body_id") REFERENCES "public"."bodies"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_organization_id_debate_id_debates_organization_id_id_fk" FOREIGN KEY ("organization_id","debate_id") REFERENCES "public"."debates"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_organization_id_owner_body_id_bodies_organization_id_id_fk" FOREIGN KEY ("organization_id","owner_body_id") REFERENCES "public"."bodies"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_organization_id_transferred_to_id_tasks_organization_id_id_fk" FOREIGN KEY ("organization_id","transferred_to_id") REFERENCES "public"."tasks"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "registrations_debate" ON "registrations" USING btree ("organization_id","debate_id","status","queued_at");--> statement-breakpoint
CREATE INDEX "agenda_items_debate" ON "agenda_items" USING btree ("organization_id","debate_id","position");--> statement-breakpoint
CREATE INDEX "debates_start" ON "debates" USING btree ("organization_id","starts_at");--> statement-breakpoint
CREATE INDEX "people_search" ON "people" USING btree ("organization_id","search");--> statement-breakpoint
CREATE INDEX "terms_office" ON "terms" USING btree ("organization_id","office_id");--> statement-breakpoint
CREATE INDEX "terms_person" ON "terms" USING btree ("organization_id","person_id");--> statement-breakpoint
CREATE INDEX "events_outbox" ON "events" USING btree ("delivered_at","next_attempt_at");--> statement-breakpoint
CREATE INDEX "events_debate" ON "events" USING btree ("organization_id","debate_id","occurred_at");--> statement-breakpoint
CREATE INDEX "events_subject" ON "events" USING btree ("organization_id","subject_id","occurred_at");--> statement-breakpoint
CREATE INDEX "messages_queue" ON "messages" USING btree ("status","next_attempt_at");--> statement-breakpoint
CREATE INDEX "messages_organization" ON "messages" USING btree ("organization_id","created_at");--> statement-breakpoint
CREATE INDEX "messages_subject" ON "messages" USING btree ("organization_id","subject_id","created_at");--> statement-breakpoint
CREATE INDEX "submissions_age" ON "submissions" USING btree ("submitted_at");--> statement-breakpoint
CREATE INDEX "invitations_debate" ON "invitations" USING btree ("organization_id","debate_id");--> statement-breakpoint
CREATE INDEX "invitations_body" ON "invitations" USING btree ("organization_id","body_id");--> statement-breakpoint
CREATE INDEX "substitutes_invitation" ON "substitutes" USING btree ("organization_id","invitation_id","created_at");--> statement-breakpoint
CREATE INDEX "minutes_sha256" ON "minutes" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "motions_debate" ON "motions" USING btree ("organization_id","debate_id","sequence");--> statement-breakpoint
CREATE INDEX "motions_recent" ON "motions" USING btree ("organization_id","submitted_at","id");--> statement-breakpoint
CREATE INDEX "motions_status" ON "motions" USING btree ("organization_id","status","submitted_at");--> statement-breakpoint
CREATE INDEX "member_invites_organization" ON "member_invites" USING btree ("organization_id","created_at");--> statement-breakpoint
CREATE INDEX "memberships_user" ON "memberships" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sign_in_failures_key" ON "sign_in_failures" USING btree ("key","at");--> statement-breakpoint
CREATE INDEX "task_entries_task" ON "task_entries" USING btree ("organization_id","task_id","at");--> statement-breakpoint
CREATE INDEX "task_motions_motion" ON "task_motions" USING btree ("organization_id","motion_id");--> statement-breakpoint
CREATE INDEX "tasks_due" ON "tasks" USING btree ("organization_id","state","due_on");--> statement-breakpoint
CREATE INDEX "tasks_owner" ON "tasks" USING btree ("organization_id","owner_body_id");