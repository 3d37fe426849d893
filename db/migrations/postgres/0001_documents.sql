CREATE TABLE "speeches" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"debate_id" text NOT NULL,
	"agenda_item_id" text NOT NULL,
	"speaker" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "speeches_organization_id" UNIQUE("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "minutes_editions" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"minutes_id" text NOT NULL,
	"no" bigint NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"draft" jsonb,
	"started_by" text DEFAULT '' NOT NULL,
	"approved_at" timestamp (3) with time zone,
	"approved_by" text DEFAULT '' NOT NULL,
	"published_at" timestamp (3) with time zone,
	"frozen" jsonb,
	"sha256" text,
	"version" bigint DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "minutes_editions_organization_id" UNIQUE("organization_id","id"),
	CONSTRAINT "minutes_editions_no" UNIQUE("minutes_id","no"),
	CONSTRAINT "minutes_editions_frozen" CHECK (("minutes_editions"."approved_at" is null) = ("minutes_editions"."sha256" is null))
);
--> statement-breakpoint
CREATE TABLE "minutes_files" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"debate_id" text NOT NULL,
	"title" text NOT NULL,
	"file_name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" bigint NOT NULL,
	"sha256" text NOT NULL,
	"content" text NOT NULL,
	"internal" boolean DEFAULT true NOT NULL,
	"added_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "minutes_files_organization_id" UNIQUE("organization_id","id"),
	CONSTRAINT "minutes_files_content" UNIQUE("debate_id","sha256")
);
--> statement-breakpoint
CREATE TABLE "minutes_readers" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"minutes_id" text NOT NULL,
	"invitation_id" text NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"post" text DEFAULT '' NOT NULL,
	"body_name" text DEFAULT '' NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"token_hash" text NOT NULL,
	"generation" bigint DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "minutes_readers_organization_id" UNIQUE("organization_id","id"),
	CONSTRAINT "minutes_readers_token_hash" UNIQUE("token_hash"),
	CONSTRAINT "minutes_readers_guest" UNIQUE("minutes_id","invitation_id")
);
--> statement-breakpoint
CREATE TABLE "minutes_remarks" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"minutes_id" text NOT NULL,
	"reader_id" text NOT NULL,
	"part_key" text NOT NULL,
	"part_title" text NOT NULL,
	"original" text NOT NULL,
	"proposed" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"decision" text DEFAULT '' NOT NULL,
	"decided_by" text DEFAULT '' NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "minutes_remarks_organization_id" UNIQUE("organization_id","id"),
	CONSTRAINT "minutes_remarks_status" CHECK ("minutes_remarks"."status" in ('open', 'accepted', 'rejected')),
	CONSTRAINT "minutes_remarks_decided" CHECK (("minutes_remarks"."status" = 'open') = ("minutes_remarks"."decided_at" is null))
);
--> statement-breakpoint
CREATE TABLE "phrases" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"position" bigint NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "phrases_organization_id" UNIQUE("organization_id","id"),
	CONSTRAINT "phrases_title" UNIQUE("organization_id","title")
);
--> statement-breakpoint
ALTER TABLE "minutes" ADD COLUMN "correction_opened_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "minutes" ADD COLUMN "correction_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "minutes" ADD COLUMN "edition" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "minutes_parts" ADD COLUMN "basis" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "speeches" ADD CONSTRAINT "speeches_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speeches" ADD CONSTRAINT "speeches_organization_id_debate_id_debates_organization_id_id_fk" FOREIGN KEY ("organization_id","debate_id") REFERENCES "public"."debates"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speeches" ADD CONSTRAINT "speeches_organization_id_agenda_item_id_agenda_items_organization_id_id_fk" FOREIGN KEY ("organization_id","agenda_item_id") REFERENCES "public"."agenda_items"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_editions" ADD CONSTRAINT "minutes_editions_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_editions" ADD CONSTRAINT "minutes_editions_organization_id_minutes_id_minutes_organization_id_id_fk" FOREIGN KEY ("organization_id","minutes_id") REFERENCES "public"."minutes"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_files" ADD CONSTRAINT "minutes_files_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_files" ADD CONSTRAINT "minutes_files_organization_id_debate_id_debates_organization_id_id_fk" FOREIGN KEY ("organization_id","debate_id") REFERENCES "public"."debates"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_readers" ADD CONSTRAINT "minutes_readers_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_readers" ADD CONSTRAINT "minutes_readers_organization_id_minutes_id_minutes_organization_id_id_fk" FOREIGN KEY ("organization_id","minutes_id") REFERENCES "public"."minutes"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_readers" ADD CONSTRAINT "minutes_readers_organization_id_invitation_id_invitations_organization_id_id_fk" FOREIGN KEY ("organization_id","invitation_id") REFERENCES "public"."invitations"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_remarks" ADD CONSTRAINT "minutes_remarks_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_remarks" ADD CONSTRAINT "minutes_remarks_organization_id_minutes_id_minutes_organization_id_id_fk" FOREIGN KEY ("organization_id","minutes_id") REFERENCES "public"."minutes"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_remarks" ADD CONSTRAINT "minutes_remarks_organization_id_reader_id_minutes_readers_organization_id_id_fk" FOREIGN KEY ("organization_id","reader_id") REFERENCES "public"."minutes_readers"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phrases" ADD CONSTRAINT "phrases_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "speeches_debate" ON "speeches" USING btree ("organization_id","debate_id","at");--> statement-breakpoint
CREATE INDEX "minutes_editions_sha256" ON "minutes_editions" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "minutes_remarks_minutes" ON "minutes_remarks" USING btree ("organization_id","minutes_id","created_at");--> statement-breakpoint
CREATE INDEX "phrases_position" ON "phrases" USING btree ("organization_id","position");--> statement-breakpoint
INSERT INTO minutes_editions (id, organization_id, minutes_id, no, approved_at, approved_by, published_at, frozen, sha256, created_at, updated_at)
SELECT id, organization_id, id, 1, approved_at, approved_by, published_at, frozen, sha256, approved_at, updated_at FROM minutes WHERE sha256 IS NOT NULL;--> statement-breakpoint
UPDATE minutes SET edition = 1 WHERE sha256 IS NOT NULL;
