-- CreateTable
CREATE TABLE "special_days" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID,
    "office_id" UUID,
    "day" DATE NOT NULL,
    "works" BOOLEAN NOT NULL,

    CONSTRAINT "special_days_pkey" PRIMARY KEY ("workspace_id","id")
);

-- AddForeignKey
ALTER TABLE "special_days" ADD CONSTRAINT "special_days_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "special_days" ADD CONSTRAINT "special_days_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "members"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "special_days" ADD CONSTRAINT "special_days_workspace_id_office_id_fkey" FOREIGN KEY ("workspace_id", "office_id") REFERENCES "offices"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;


-- One word a day for each member, each office, and the workspace as a whole.
CREATE UNIQUE INDEX "special_days_one_a_day" ON "special_days"
  ("workspace_id", coalesce("member_id", "office_id", '00000000-0000-0000-0000-000000000000'), "day");
ALTER TABLE "special_days" ADD CONSTRAINT "special_days_of_one" CHECK ("member_id" IS NULL OR "office_id" IS NULL);
