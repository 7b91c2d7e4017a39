-- CreateTable
CREATE TABLE "home_tabs" (
    "workspace_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "home_tabs_pkey" PRIMARY KEY ("workspace_id","member_id")
);

-- AddForeignKey
ALTER TABLE "home_tabs" ADD CONSTRAINT "home_tabs_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "home_tabs" ADD CONSTRAINT "home_tabs_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "members"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
