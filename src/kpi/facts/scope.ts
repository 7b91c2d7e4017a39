import type { Prisma } from '../../db/generated/client.ts';
import type { FactEvent } from '../measure.ts';
import type { SurveyReader } from '../survey-reader.ts';

/**
 * Something that the parts of a fact differ in: the column of the fact's rows, and where it comes from: a deal's lines over
 * `deal_lines l`, `products p`, `deals d`; the competitors' prices of a product over
 * `competitor_prices o`; the answers of a customer over `survey_answers a`.
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
  /** What a fact's parts are grouped by, when the answer is broken down by something in which they differ. */
  lineKeys: readonly LineKey[];
  /** Which of a fact's parts count; null: the fact as a whole. */
  lineFilter: Prisma.Sql | null;
  /** Whether it is about teams rather than about everybody. */
  isOfTeams: boolean;
  /** Who is told of surveys of employees; null: nobody. */
  reader: SurveyReader | null;
}

/**
 * The rows of a fact within the span `s` (starts_on, ends_on: half-open days; until_at: where counting stops, or null).
 * Each row has record_id (of the record that it tells about), owner_id, region_id, customer_id, lead_id, and `day`, which is never null.
 */
export type FactRows = (scope: FactScope) => Prisma.Sql;
