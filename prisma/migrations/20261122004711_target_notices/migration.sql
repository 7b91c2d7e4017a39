-- CreateTable
CREATE TABLE "target_notices" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "read_at" TIMESTAMPTZ(3),
    "talk_at" TIMESTAMPTZ(3),

    CONSTRAINT "target_notices_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "target_notices_workspace_id_target_id_member_id_key" ON "target_notices"("workspace_id", "target_id", "member_id");

-- AddForeignKey
ALTER TABLE "target_notices" ADD CONSTRAINT "target_notices_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target_notices" ADD CONSTRAINT "target_notices_workspace_id_target_id_fkey" FOREIGN KEY ("workspace_id", "target_id") REFERENCES "targets"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target_notices" ADD CONSTRAINT "target_notices_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "members"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
