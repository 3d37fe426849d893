CREATE TABLE "agreement_uses" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"agreement_id" text NOT NULL,
	"used_on" text NOT NULL,
	"services" bigint NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"identified" bigint DEFAULT 0 NOT NULL,
	"fined" bigint DEFAULT 0 NOT NULL,
	"cautioned" bigint DEFAULT 0 NOT NULL,
	"detained" bigint DEFAULT 0 NOT NULL,
	"actor" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "competences" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"category" text NOT NULL,
	"area" text DEFAULT '' NOT NULL,
	"area_key" text DEFAULT '' NOT NULL,
	"body_id" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "competences_organization_id" UNIQUE("organization_id","id"),
	CONSTRAINT "competences_area" UNIQUE("organization_id","category","area_key"),
	CONSTRAINT "competences_category" CHECK ("competences"."category" in ('ANY', 'ROAD', 'INFRA', 'PARK', 'ORDER', 'VAND', 'DRUG', 'YOUTH', 'SENIOR', 'SOCIAL', 'ANIMAL', 'ENV', 'WATER', 'LIGHT', 'CCTV', 'PATROL', 'CYBER', 'CONTACT', 'OTHER'))
);
--> statement-breakpoint
CREATE TABLE "ballot_votes" (
	"organization_id" text NOT NULL,
	"ballot_id" text NOT NULL,
	"device_hash" text NOT NULL,
	"verdict" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "ballot_votes_organization_id_ballot_id_device_hash_pk" PRIMARY KEY("organization_id","ballot_id","device_hash"),
	CONSTRAINT "ballot_votes_verdict" CHECK ("ballot_votes"."verdict" in ('done', 'partly', 'not_done'))
);
--> statement-breakpoint
CREATE TABLE "ballots" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"debate_id" text NOT NULL,
	"motion_id" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"heads_done" bigint DEFAULT 0 NOT NULL,
	"heads_partly" bigint DEFAULT 0 NOT NULL,
	"heads_not_done" bigint DEFAULT 0 NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "ballots_organization_id" UNIQUE("organization_id","id"),
	CONSTRAINT "ballots_motion" UNIQUE("organization_id","debate_id","motion_id")
);
--> statement-breakpoint
CREATE TABLE "followers" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"motion_id" text NOT NULL,
	"email" text NOT NULL,
	"email_key" text NOT NULL,
	"supports" boolean DEFAULT false NOT NULL,
	"generation" bigint DEFAULT 1 NOT NULL,
	"token_hash" text NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"asked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "followers_organization_id" UNIQUE("organization_id","id"),
	CONSTRAINT "followers_email" UNIQUE("organization_id","motion_id","email_key"),
	CONSTRAINT "followers_token" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "opinions" (
	"organization_id" text NOT NULL,
	"motion_id" text NOT NULL,
	"voter" text NOT NULL,
	"verdict" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "opinions_organization_id_motion_id_voter_pk" PRIMARY KEY("organization_id","motion_id","voter"),
	CONSTRAINT "opinions_verdict" CHECK ("opinions"."verdict" in ('done', 'partly', 'not_done'))
);
--> statement-breakpoint
CREATE TABLE "screens" (
	"debate_id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"mode" text NOT NULL,
	"motion_id" text,
	"generation" bigint DEFAULT 1 NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "screens_mode" CHECK ("screens"."mode" in ('agenda', 'slide', 'ballot', 'result', 'blank'))
);
--> statement-breakpoint
CREATE TABLE "repeat_dismissals" (
	"organization_id" text NOT NULL,
	"category" text NOT NULL,
	"place_key" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"actor" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "repeat_dismissals_organization_id_category_place_key_pk" PRIMARY KEY("organization_id","category","place_key")
);
--> statement-breakpoint
CREATE TABLE "carried_tasks" (
	"organization_id" text NOT NULL,
	"debate_id" text NOT NULL,
	"task_id" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"carried_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "carried_tasks_organization_id_debate_id_task_id_pk" PRIMARY KEY("organization_id","debate_id","task_id")
);
--> statement-breakpoint
CREATE TABLE "motion_bodies" (
	"organization_id" text NOT NULL,
	"body_id" text NOT NULL,
	"debate_rank" bigint NOT NULL,
	"sequence" bigint NOT NULL,
	"motion_id" text NOT NULL,
	CONSTRAINT "motion_bodies_organization_id_body_id_debate_rank_sequence_motion_id_pk" PRIMARY KEY("organization_id","body_id","debate_rank","sequence","motion_id")
);
--> statement-breakpoint
CREATE TABLE "notice_runs" (
	"organization_id" text NOT NULL,
	"name" text NOT NULL,
	"day" text NOT NULL,
	"cursor" text DEFAULT '' NOT NULL,
	"sent" bigint DEFAULT 0 NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "notice_runs_organization_id_name_day_pk" PRIMARY KEY("organization_id","name","day")
);
--> statement-breakpoint
CREATE TABLE "task_files" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"task_id" text NOT NULL,
	"entry_id" text,
	"title" text NOT NULL,
	"file_name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" bigint NOT NULL,
	"width" bigint,
	"height" bigint,
	"sha256" text NOT NULL,
	"content" text NOT NULL,
	"public" boolean DEFAULT false NOT NULL,
	"added_by" text NOT NULL,
	"author" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "task_files_organization_id" UNIQUE("organization_id","id"),
	CONSTRAINT "task_files_content" UNIQUE("task_id","sha256")
);
--> statement-breakpoint
CREATE TABLE "task_notices" (
	"organization_id" text NOT NULL,
	"task_id" text NOT NULL,
	"kind" text NOT NULL,
	"due_on" text NOT NULL,
	"message_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "task_notices_organization_id_task_id_kind_due_on_pk" PRIMARY KEY("organization_id","task_id","kind","due_on"),
	CONSTRAINT "task_notices_kind" CHECK ("task_notices"."kind" in ('before_7', 'before_1', 'after_1', 'after_7', 'chair_30'))
);
--> statement-breakpoint
CREATE TABLE "tracker_counts" (
	"organization_id" text NOT NULL,
	"state" text NOT NULL,
	"due_on" text DEFAULT '' NOT NULL,
	"many" bigint NOT NULL,
	CONSTRAINT "tracker_counts_organization_id_state_due_on_pk" PRIMARY KEY("organization_id","state","due_on")
);
--> statement-breakpoint
ALTER TABLE "task_entries" DROP CONSTRAINT "task_entries_kind";--> statement-breakpoint
ALTER TABLE "tasks" DROP CONSTRAINT "tasks_due_basis";--> statement-breakpoint
ALTER TABLE "motions" ADD COLUMN "place_key" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "motions" ADD COLUMN "debate_rank" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "motions" ADD COLUMN "track_state" text;--> statement-breakpoint
ALTER TABLE "motions" ADD COLUMN "track_due_on" text;--> statement-breakpoint
ALTER TABLE "motions" ADD COLUMN "follow_state" text;--> statement-breakpoint
ALTER TABLE "motions" ADD COLUMN "referred_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "motions" ADD COLUMN "opinion_asked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "parent_id" text;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "chair_email" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "reminds" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "agreements" ADD COLUMN "unit_price_grosze" bigint;--> statement-breakpoint
ALTER TABLE "agreements" ADD COLUMN "places" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "agreements" ADD COLUMN "report" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "task_entries" ADD COLUMN "progress" bigint;--> statement-breakpoint
ALTER TABLE "task_entries" ADD COLUMN "author_post" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "due_from" text;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "progress" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "proposed_due_on" text;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "proposed_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "proposed_by" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "proposed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "disowned_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "disowned_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "first_heard_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "agreement_uses" ADD CONSTRAINT "agreement_uses_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_uses" ADD CONSTRAINT "agreement_uses_organization_id_agreement_id_agreements_organization_id_id_fk" FOREIGN KEY ("organization_id","agreement_id") REFERENCES "public"."agreements"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "competences" ADD CONSTRAINT "competences_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "competences" ADD CONSTRAINT "competences_organization_id_body_id_bodies_organization_id_id_fk" FOREIGN KEY ("organization_id","body_id") REFERENCES "public"."bodies"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot_votes" ADD CONSTRAINT "ballot_votes_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot_votes" ADD CONSTRAINT "ballot_votes_organization_id_ballot_id_ballots_organization_id_id_fk" FOREIGN KEY ("organization_id","ballot_id") REFERENCES "public"."ballots"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_organization_id_debate_id_debates_organization_id_id_fk" FOREIGN KEY ("organization_id","debate_id") REFERENCES "public"."debates"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_organization_id_motion_id_motions_organization_id_id_fk" FOREIGN KEY ("organization_id","motion_id") REFERENCES "public"."motions"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "followers" ADD CONSTRAINT "followers_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "followers" ADD CONSTRAINT "followers_organization_id_motion_id_motions_organization_id_id_fk" FOREIGN KEY ("organization_id","motion_id") REFERENCES "public"."motions"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opinions" ADD CONSTRAINT "opinions_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opinions" ADD CONSTRAINT "opinions_organization_id_motion_id_motions_organization_id_id_fk" FOREIGN KEY ("organization_id","motion_id") REFERENCES "public"."motions"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screens" ADD CONSTRAINT "screens_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screens" ADD CONSTRAINT "screens_organization_id_debate_id_debates_organization_id_id_fk" FOREIGN KEY ("organization_id","debate_id") REFERENCES "public"."debates"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screens" ADD CONSTRAINT "screens_organization_id_motion_id_motions_organization_id_id_fk" FOREIGN KEY ("organization_id","motion_id") REFERENCES "public"."motions"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "repeat_dismissals" ADD CONSTRAINT "repeat_dismissals_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carried_tasks" ADD CONSTRAINT "carried_tasks_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carried_tasks" ADD CONSTRAINT "carried_tasks_organization_id_debate_id_debates_organization_id_id_fk" FOREIGN KEY ("organization_id","debate_id") REFERENCES "public"."debates"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carried_tasks" ADD CONSTRAINT "carried_tasks_organization_id_task_id_tasks_organization_id_id_fk" FOREIGN KEY ("organization_id","task_id") REFERENCES "public"."tasks"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "motion_bodies" ADD CONSTRAINT "motion_bodies_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "motion_bodies" ADD CONSTRAINT "motion_bodies_organization_id_motion_id_motions_organization_id_id_fk" FOREIGN KEY ("organization_id","motion_id") REFERENCES "public"."motions"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_runs" ADD CONSTRAINT "notice_runs_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_files" ADD CONSTRAINT "task_files_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_files" ADD CONSTRAINT "task_files_organization_id_task_id_tasks_organization_id_id_fk" FOREIGN KEY ("organization_id","task_id") REFERENCES "public"."tasks"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_notices" ADD CONSTRAINT "task_notices_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_notices" ADD CONSTRAINT "task_notices_organization_id_task_id_tasks_organization_id_id_fk" FOREIGN KEY ("organization_id","task_id") REFERENCES "public"."tasks"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracker_counts" ADD CONSTRAINT "tracker_counts_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agreement_uses_agreement" ON "agreement_uses" USING btree ("organization_id","agreement_id","used_on");--> statement-breakpoint
CREATE INDEX "followers_motion" ON "followers" USING btree ("organization_id","motion_id","confirmed_at");--> statement-breakpoint
CREATE INDEX "carried_tasks_task" ON "carried_tasks" USING btree ("organization_id","task_id");--> statement-breakpoint
CREATE INDEX "motion_bodies_motion" ON "motion_bodies" USING btree ("organization_id","motion_id");--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_parent_id_organizations_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "motions_rank" ON "motions" USING btree ("organization_id","debate_rank","sequence");--> statement-breakpoint
CREATE INDEX "motions_track" ON "motions" USING btree ("organization_id","track_state","debate_rank","sequence");--> statement-breakpoint
CREATE INDEX "motions_track_due" ON "motions" USING btree ("organization_id","track_due_on");--> statement-breakpoint
CREATE INDEX "motions_category_rank" ON "motions" USING btree ("organization_id","category","debate_rank","sequence");--> statement-breakpoint
CREATE INDEX "motions_place_rank" ON "motions" USING btree ("organization_id","place_key","debate_rank","sequence");--> statement-breakpoint
CREATE INDEX "organizations_parent" ON "organizations" USING btree ("parent_id");--> statement-breakpoint
ALTER TABLE "task_entries" ADD CONSTRAINT "task_entries_kind" CHECK ("task_entries"."kind" in ('state', 'report', 'note', 'extension', 'reminder', 'transfer', 'proposal', 'proposal_declined', 'not_ours', 'evidence', 'carried'));--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_progress" CHECK ("tasks"."progress" between 0 and 100);--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_proposal" CHECK (("tasks"."proposed_due_on" is null) = ("tasks"."proposed_at" is null));--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_due_basis" CHECK ("tasks"."due_basis" in ('commitment', 'courtesy', 'art_243', 'art_244', 'art_245', 'art_247', 'petition'));--> statement-breakpoint
UPDATE "tasks" SET "first_heard_at" = "heard_at";
