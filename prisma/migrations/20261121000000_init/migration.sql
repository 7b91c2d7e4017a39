-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "workspaces" (
    "id" UUID NOT NULL,
    "slack_team_id" TEXT,
    "name" TEXT NOT NULL,
    "zone" TEXT NOT NULL DEFAULT 'UTC',
    "currency" CHAR(3) NOT NULL DEFAULT 'USD',
    "calendar" TEXT NOT NULL DEFAULT 'gregory',
    "week_start" SMALLINT NOT NULL DEFAULT 1,
    "fiscal_start_month" SMALLINT NOT NULL DEFAULT 1,
    "working_days" SMALLINT[] DEFAULT ARRAY[1, 2, 3, 4, 5]::SMALLINT[],
    "workday_start" TEXT NOT NULL DEFAULT '09:00',
    "workday_end" TEXT NOT NULL DEFAULT '17:00',
    "holiday_code" TEXT,
    "lapse_months" SMALLINT NOT NULL DEFAULT 12,
    "hot_lead_score" SMALLINT NOT NULL DEFAULT 70,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "workspaces_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "members" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "slack_user_id" TEXT,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "role" TEXT NOT NULL DEFAULT 'rep',
    "zone" TEXT,
    "locale" TEXT,
    "office_id" UUID,
    "deactivated_at" TIMESTAMPTZ(3),

    CONSTRAINT "members_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "teams" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "manager_id" UUID,

    CONSTRAINT "teams_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "memberships" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "team_id" UUID,
    "region_id" UUID,
    "job" TEXT,
    "starts_on" DATE,
    "ends_on" DATE,

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "regions" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "parent_id" UUID,

    CONSTRAINT "regions_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "offices" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "region_id" UUID,
    "holiday_code" TEXT,
    "working_days" SMALLINT[] DEFAULT ARRAY[1, 2, 3, 4, 5]::SMALLINT[],
    "workday_start" TEXT NOT NULL DEFAULT '09:00',
    "workday_end" TEXT NOT NULL DEFAULT '17:00',

    CONSTRAINT "offices_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "products" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT,
    "list_price" DECIMAL(20,4),
    "unit_cost" DECIMAL(20,4),
    "currency" CHAR(3),

    CONSTRAINT "products_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "customers" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "region_id" UUID,
    "country" TEXT,
    "segment" TEXT,
    "owner_id" UUID,
    "since" DATE,
    "churned_on" DATE,

    CONSTRAINT "customers_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "leads" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "customer_id" UUID,
    "owner_id" UUID,
    "region_id" UUID,
    "country" TEXT,
    "lead_source" TEXT,
    "campaign" TEXT,
    "origin" TEXT,
    "channel" TEXT,
    "expected_amount" DECIMAL(20,4),
    "currency" CHAR(3),
    "score" SMALLINT,
    "created_at" TIMESTAMPTZ(3),
    "created_on" DATE NOT NULL,
    "created_owner_id" UUID,
    "first_contacted_at" TIMESTAMPTZ(3),
    "first_contacted_on" DATE,
    "first_replied_at" TIMESTAMPTZ(3),
    "first_replied_on" DATE,
    "qualified_at" TIMESTAMPTZ(3),
    "qualified_on" DATE,
    "qualified_owner_id" UUID,
    "converted_at" TIMESTAMPTZ(3),
    "converted_on" DATE,
    "disqualified_at" TIMESTAMPTZ(3),
    "disqualified_on" DATE,

    CONSTRAINT "leads_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "lead_states" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "lead_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "status" TEXT NOT NULL,
    "owner_id" UUID,
    "expected_amount" DECIMAL(20,4),
    "currency" CHAR(3),
    "score" SMALLINT,

    CONSTRAINT "lead_states_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "stages" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "position" SMALLINT NOT NULL,
    "probability" DECIMAL(5,4),

    CONSTRAINT "stages_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "deals" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "stage_id" UUID,
    "customer_id" UUID,
    "lead_id" UUID,
    "owner_id" UUID,
    "region_id" UUID,
    "amount" DECIMAL(20,4),
    "currency" CHAR(3),
    "loss_reason" TEXT,
    "competitor" TEXT,
    "sold_via" TEXT,
    "opened_at" TIMESTAMPTZ(3),
    "opened_on" DATE,
    "opened_owner_id" UUID,
    "proposal_at" TIMESTAMPTZ(3),
    "proposal_on" DATE,
    "proposal_owner_id" UUID,
    "closed_at" TIMESTAMPTZ(3),
    "closed_on" DATE,
    "closed_owner_id" UUID,

    CONSTRAINT "deals_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "deal_lines" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "deal_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "product_id" UUID,
    "quantity" DECIMAL(20,4) NOT NULL DEFAULT 1,
    "unit_price" DECIMAL(20,4),
    "unit_cost" DECIMAL(20,4),
    "kind" TEXT,
    "amount" DECIMAL(20,4),

    CONSTRAINT "deal_lines_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "deal_states" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "deal_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "status" TEXT NOT NULL,
    "stage_id" UUID,
    "owner_id" UUID,
    "amount" DECIMAL(20,4),
    "currency" CHAR(3),

    CONSTRAINT "deal_states_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "activities" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "member_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "direction" TEXT,
    "outcome" TEXT,
    "result" TEXT,
    "occurred_at" TIMESTAMPTZ(3),
    "occurred_on" DATE NOT NULL,
    "occurred_hour" SMALLINT,
    "duration_seconds" INTEGER,
    "place" TEXT,
    "customer_id" UUID,
    "lead_id" UUID,
    "deal_id" UUID,
    "region_id" UUID,
    "note" TEXT,
    "next_step" TEXT,
    "next_step_on" DATE,
    "next_step_owner_id" UUID,

    CONSTRAINT "activities_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "targets" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kpi" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "subject_id" UUID,
    "unit" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "value" DECIMAL(20,4),
    "currency" CHAR(3),
    "set_by_id" UUID,
    "set_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "targets_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "currency_rates" (
    "workspace_id" UUID NOT NULL,
    "base" CHAR(3) NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "day" DATE NOT NULL,
    "rate" DECIMAL(24,12) NOT NULL,

    CONSTRAINT "currency_rates_pkey" PRIMARY KEY ("workspace_id","base","currency","day")
);

-- CreateTable
CREATE TABLE "data_sources" (
    "workspace_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "last_received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "data_sources_pkey" PRIMARY KEY ("workspace_id","name")
);

-- CreateTable
CREATE TABLE "handled_deeds" (
    "workspace_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "handled_deeds_pkey" PRIMARY KEY ("workspace_id","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "workspaces_slack_team_id_key" ON "workspaces"("slack_team_id");

-- CreateIndex
CREATE UNIQUE INDEX "members_workspace_id_slack_user_id_key" ON "members"("workspace_id", "slack_user_id");

-- CreateIndex
CREATE UNIQUE INDEX "teams_workspace_id_name_key" ON "teams"("workspace_id", "name");

-- CreateIndex
CREATE INDEX "memberships_workspace_id_member_id_idx" ON "memberships"("workspace_id", "member_id");

-- CreateIndex
CREATE INDEX "memberships_workspace_id_team_id_idx" ON "memberships"("workspace_id", "team_id");

-- CreateIndex
CREATE UNIQUE INDEX "regions_workspace_id_name_key" ON "regions"("workspace_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "offices_workspace_id_name_key" ON "offices"("workspace_id", "name");

-- CreateIndex
CREATE INDEX "products_workspace_id_name_idx" ON "products"("workspace_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "products_workspace_id_source_external_id_key" ON "products"("workspace_id", "source", "external_id");

-- CreateIndex
CREATE INDEX "customers_workspace_id_name_idx" ON "customers"("workspace_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "customers_workspace_id_source_external_id_key" ON "customers"("workspace_id", "source", "external_id");

-- CreateIndex
CREATE INDEX "leads_workspace_id_created_on_idx" ON "leads"("workspace_id", "created_on");

-- CreateIndex
CREATE INDEX "leads_workspace_id_created_owner_id_created_on_idx" ON "leads"("workspace_id", "created_owner_id", "created_on");

-- CreateIndex
CREATE INDEX "leads_workspace_id_name_idx" ON "leads"("workspace_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "leads_workspace_id_source_external_id_key" ON "leads"("workspace_id", "source", "external_id");

-- CreateIndex
CREATE INDEX "lead_states_workspace_id_lead_id_idx" ON "lead_states"("workspace_id", "lead_id");

-- CreateIndex
CREATE INDEX "lead_states_workspace_id_status_starts_on_idx" ON "lead_states"("workspace_id", "status", "starts_on");

-- CreateIndex
CREATE UNIQUE INDEX "stages_workspace_id_name_key" ON "stages"("workspace_id", "name");

-- CreateIndex
CREATE INDEX "deals_workspace_id_opened_on_idx" ON "deals"("workspace_id", "opened_on");

-- CreateIndex
CREATE INDEX "deals_workspace_id_opened_owner_id_opened_on_idx" ON "deals"("workspace_id", "opened_owner_id", "opened_on");

-- CreateIndex
CREATE INDEX "deals_workspace_id_proposal_on_idx" ON "deals"("workspace_id", "proposal_on");

-- CreateIndex
CREATE INDEX "deals_workspace_id_proposal_owner_id_proposal_on_idx" ON "deals"("workspace_id", "proposal_owner_id", "proposal_on");

-- CreateIndex
CREATE INDEX "deals_workspace_id_closed_on_idx" ON "deals"("workspace_id", "closed_on");

-- CreateIndex
CREATE INDEX "deals_workspace_id_closed_owner_id_closed_on_idx" ON "deals"("workspace_id", "closed_owner_id", "closed_on");

-- CreateIndex
CREATE INDEX "deals_workspace_id_customer_id_closed_on_idx" ON "deals"("workspace_id", "customer_id", "closed_on");

-- CreateIndex
CREATE INDEX "deals_workspace_id_lead_id_idx" ON "deals"("workspace_id", "lead_id");

-- CreateIndex
CREATE UNIQUE INDEX "deals_workspace_id_source_external_id_key" ON "deals"("workspace_id", "source", "external_id");

-- CreateIndex
CREATE INDEX "deal_lines_workspace_id_deal_id_idx" ON "deal_lines"("workspace_id", "deal_id");

-- CreateIndex
CREATE INDEX "deal_states_workspace_id_deal_id_idx" ON "deal_states"("workspace_id", "deal_id");

-- CreateIndex
CREATE INDEX "deal_states_workspace_id_status_starts_on_idx" ON "deal_states"("workspace_id", "status", "starts_on");

-- CreateIndex
CREATE INDEX "activities_workspace_id_occurred_on_idx" ON "activities"("workspace_id", "occurred_on");

-- CreateIndex
CREATE INDEX "activities_workspace_id_member_id_occurred_on_idx" ON "activities"("workspace_id", "member_id", "occurred_on");

-- CreateIndex
CREATE INDEX "activities_workspace_id_customer_id_occurred_on_idx" ON "activities"("workspace_id", "customer_id", "occurred_on");

-- CreateIndex
CREATE UNIQUE INDEX "activities_workspace_id_source_external_id_key" ON "activities"("workspace_id", "source", "external_id");

-- CreateIndex
CREATE INDEX "targets_workspace_id_scope_subject_id_kpi_starts_on_idx" ON "targets"("workspace_id", "scope", "subject_id", "kpi", "starts_on");

-- CreateIndex
CREATE INDEX "handled_deeds_workspace_id_at_idx" ON "handled_deeds"("workspace_id", "at");

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_workspace_id_office_id_fkey" FOREIGN KEY ("workspace_id", "office_id") REFERENCES "offices"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "teams" ADD CONSTRAINT "teams_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "teams" ADD CONSTRAINT "teams_workspace_id_manager_id_fkey" FOREIGN KEY ("workspace_id", "manager_id") REFERENCES "members"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "members"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_workspace_id_team_id_fkey" FOREIGN KEY ("workspace_id", "team_id") REFERENCES "teams"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_workspace_id_region_id_fkey" FOREIGN KEY ("workspace_id", "region_id") REFERENCES "regions"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regions" ADD CONSTRAINT "regions_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regions" ADD CONSTRAINT "regions_workspace_id_parent_id_fkey" FOREIGN KEY ("workspace_id", "parent_id") REFERENCES "regions"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offices" ADD CONSTRAINT "offices_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offices" ADD CONSTRAINT "offices_workspace_id_region_id_fkey" FOREIGN KEY ("workspace_id", "region_id") REFERENCES "regions"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "products" ADD CONSTRAINT "products_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customers" ADD CONSTRAINT "customers_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customers" ADD CONSTRAINT "customers_workspace_id_region_id_fkey" FOREIGN KEY ("workspace_id", "region_id") REFERENCES "regions"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leads" ADD CONSTRAINT "leads_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leads" ADD CONSTRAINT "leads_workspace_id_region_id_fkey" FOREIGN KEY ("workspace_id", "region_id") REFERENCES "regions"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead_states" ADD CONSTRAINT "lead_states_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead_states" ADD CONSTRAINT "lead_states_workspace_id_lead_id_fkey" FOREIGN KEY ("workspace_id", "lead_id") REFERENCES "leads"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stages" ADD CONSTRAINT "stages_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deals" ADD CONSTRAINT "deals_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deals" ADD CONSTRAINT "deals_workspace_id_stage_id_fkey" FOREIGN KEY ("workspace_id", "stage_id") REFERENCES "stages"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deals" ADD CONSTRAINT "deals_workspace_id_customer_id_fkey" FOREIGN KEY ("workspace_id", "customer_id") REFERENCES "customers"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deals" ADD CONSTRAINT "deals_workspace_id_lead_id_fkey" FOREIGN KEY ("workspace_id", "lead_id") REFERENCES "leads"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deals" ADD CONSTRAINT "deals_workspace_id_region_id_fkey" FOREIGN KEY ("workspace_id", "region_id") REFERENCES "regions"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal_lines" ADD CONSTRAINT "deal_lines_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal_lines" ADD CONSTRAINT "deal_lines_workspace_id_deal_id_fkey" FOREIGN KEY ("workspace_id", "deal_id") REFERENCES "deals"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal_lines" ADD CONSTRAINT "deal_lines_workspace_id_product_id_fkey" FOREIGN KEY ("workspace_id", "product_id") REFERENCES "products"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal_states" ADD CONSTRAINT "deal_states_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal_states" ADD CONSTRAINT "deal_states_workspace_id_deal_id_fkey" FOREIGN KEY ("workspace_id", "deal_id") REFERENCES "deals"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal_states" ADD CONSTRAINT "deal_states_workspace_id_stage_id_fkey" FOREIGN KEY ("workspace_id", "stage_id") REFERENCES "stages"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activities" ADD CONSTRAINT "activities_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activities" ADD CONSTRAINT "activities_workspace_id_customer_id_fkey" FOREIGN KEY ("workspace_id", "customer_id") REFERENCES "customers"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activities" ADD CONSTRAINT "activities_workspace_id_lead_id_fkey" FOREIGN KEY ("workspace_id", "lead_id") REFERENCES "leads"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activities" ADD CONSTRAINT "activities_workspace_id_deal_id_fkey" FOREIGN KEY ("workspace_id", "deal_id") REFERENCES "deals"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "targets" ADD CONSTRAINT "targets_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "currency_rates" ADD CONSTRAINT "currency_rates_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "data_sources" ADD CONSTRAINT "data_sources_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handled_deeds" ADD CONSTRAINT "handled_deeds_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here: what the schema language cannot say. (No semicolons in comments: the engine splits statements at them.)

ALTER TABLE "workspaces" ADD CONSTRAINT "workspaces_calendar_known" CHECK ("calendar" IN ('gregory', 'persian')),
  ADD CONSTRAINT "workspaces_week_start_is_a_weekday" CHECK ("week_start" BETWEEN 1 AND 7),
  ADD CONSTRAINT "workspaces_fiscal_start_is_a_month" CHECK ("fiscal_start_month" BETWEEN 1 AND 12);
ALTER TABLE "members" ADD CONSTRAINT "members_role_known" CHECK ("role" IN ('rep', 'manager', 'admin'));
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_span_has_days" CHECK ("starts_on" < "ends_on");
ALTER TABLE "deals" ADD CONSTRAINT "deals_status_known" CHECK ("status" IN ('open', 'won', 'lost')),
  ADD CONSTRAINT "deals_closed_when_not_open" CHECK (("status" = 'open') = ("closed_on" IS NULL)),
  ADD CONSTRAINT "deals_amount_has_currency" CHECK ("amount" IS NULL OR "currency" IS NOT NULL);
ALTER TABLE "deal_states" ADD CONSTRAINT "deal_states_status_known" CHECK ("status" IN ('open', 'won', 'lost')),
  ADD CONSTRAINT "deal_states_span_has_days" CHECK ("starts_on" < "ends_on");
ALTER TABLE "lead_states" ADD CONSTRAINT "lead_states_status_known" CHECK ("status" IN ('open', 'converted', 'disqualified')),
  ADD CONSTRAINT "lead_states_span_has_days" CHECK ("starts_on" < "ends_on");
ALTER TABLE "activities" ADD CONSTRAINT "activities_type_known" CHECK ("type" IN ('call', 'email', 'message', 'social', 'meeting', 'demo', 'note')),
  ADD CONSTRAINT "activities_duration_not_negative" CHECK ("duration_seconds" >= 0);
ALTER TABLE "targets" ADD CONSTRAINT "targets_scope_known" CHECK ("scope" IN ('workspace', 'team', 'member')),
  ADD CONSTRAINT "targets_subject_when_not_workspace" CHECK (("scope" = 'workspace') = ("subject_id" IS NULL)),
  ADD CONSTRAINT "targets_span_has_days" CHECK ("starts_on" < "ends_on");
ALTER TABLE "currency_rates" ADD CONSTRAINT "currency_rates_positive" CHECK ("rate" > 0);

-- When a customer was active: half-open spans of days. A span begins with a win (or the given `since`) and ends when the
-- customer churned or, when nothing is recorded, the workspace's lapse time after the span's last win. A win after that opens a new span.
CREATE VIEW "customer_spans" AS
WITH starts AS (
  SELECT workspace_id, customer_id, closed_on AS day FROM deals WHERE status = 'won' AND customer_id IS NOT NULL
  UNION ALL
  SELECT workspace_id, id, since FROM customers WHERE since IS NOT NULL
), neighbours AS (
  SELECT s.workspace_id, s.customer_id, s.day, c.churned_on, make_interval(months => w.lapse_months) AS lapse,
    lag(s.day) OVER (PARTITION BY s.workspace_id, s.customer_id ORDER BY s.day) AS before
  FROM starts s
  JOIN customers c ON c.workspace_id = s.workspace_id AND c.id = s.customer_id
  JOIN workspaces w ON w.id = s.workspace_id
), numbered AS (
  SELECT *, count(*) FILTER (WHERE
      before IS NULL
      OR (before < churned_on AND day >= churned_on)
      OR ((churned_on IS NULL OR before >= churned_on) AND day >= before + lapse)
    ) OVER (PARTITION BY workspace_id, customer_id ORDER BY day ROWS UNBOUNDED PRECEDING) AS span
  FROM neighbours
)
SELECT workspace_id, customer_id, span, min(day) AS starts_on,
  CASE WHEN min(day) < churned_on THEN churned_on ELSE (max(day) + lapse)::date END AS ends_on
FROM numbered
GROUP BY workspace_id, customer_id, span, churned_on, lapse;
