import type { Prisma } from '../../db/generated/client.ts';
import type { FactEvent } from '../measure.ts';
import type { SurveyReader } from '../survey-reader.ts';

/**
 * A key in which the parts of one fact differ: the column it gets in the fact's rows, and its expression: over
 * `deal_lines l`, `products p`, `deals d` for a deal's lines; over `competitor_prices o` for a product's prices; over
 * `survey_answers a` for a customer's answers.
 */
export interface LineKey {
  column: 'line_product' | 'line_product_type' | 'line_kind' | 'line_competitor' | 'line_team';
  sql: Prisma.Sql;
}

/** What a statement is about, apart from its spans of days. */
export interface FactScope {
  workspaceId: string;
  /** The workspace's currency. */
  currency: string;
  /** Which events of leads or deals the measures look at. */
  events: ReadonlySet<FactEvent>;
  /** The keys to split a fact's parts by, if the answer is broken down by something in which they differ. */
  lineKeys: readonly LineKey[];
  /** Which parts of a fact count; null: all of it. */
  lineFilter: Prisma.Sql | null;
  /** Whether it is about teams rather than everybody. */
  isOfTeams: boolean;
  /** Who reads results of employee surveys; null: nobody. */
  reader: SurveyReader | null;
}

/**
 * The rows of a fact within the span `s` (starts_on, ends_on: half-open days; until_at: where counting stops, or null).
 * Each row has record_id (the record it stands for), owner_id, region_id, customer_id, lead_id, and `day`, which is
 * never null.
 */
export type FactRows = (scope: FactScope) => Prisma.Sql;
