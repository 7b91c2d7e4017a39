// `npm run bench`: how fast Salespulse is beside doing the same by hand, on this machine, now. Nothing is asserted about time;
// numbers that differ from those counted by hand end it with an error.
import pg from 'pg';
import { annaAnswered } from './anna-answered.ts';
import { chartLine } from './chart-line.ts';
import { deliveryFindings, flows } from './delivery-line.ts';
import { drawingFinding } from './drawing-line.ts';
import { importLine } from './import-line.ts';
import type { Line } from './measure.ts';
import { movedLine, numbersLine } from './numbers-line.ts';
import { planningLine } from './planning-line.ts';
import { type Finding, report } from './report.ts';
import { reviewLine } from './review-line.ts';
import { roundLines } from './round-line.ts';
import { slackLines } from './slack-lines.ts';
import { setStage } from './stage.ts';

async function bench(): Promise<void> {
  console.log('Setting the stage …');
  const stage = await setStage();
  const pool = new pg.Pool({ connectionString: stage.url, max: 10 });
  let leaving: Promise<void> | undefined;
  const leave = () => {
    leaving ??= pool.end().then(() => stage.close());
    return leaving;
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void leave().finally(() => process.exit(130)));
  try {
    const { chart } = await annaAnswered(stage, pool);
    const lines: Line[] = [];
    console.log('In Slack …');
    lines.push(...(await slackLines(stage, pool)));
    console.log('In process …');
    lines.push(await numbersLine(stage, pool));
    lines.push(await reviewLine(stage));
    lines.push(await movedLine(stage));
    console.log('Charts …');
    lines.push(await chartLine(chart));
    console.log('Imports …');
    lines.push(await importLine(stage, pool));
    const findings: Finding[] = [];
    console.log('Planning …');
    const { line, finding } = await planningLine(stage);
    lines.push(line);
    findings.push(finding);
    console.log('A survey …');
    lines.push(...(await roundLines(stage)));
    console.log('Deliveries …');
    for (const flow of flows) findings.push(...(await deliveryFindings(stage, flow)));
    console.log('Commands while charts are drawn …');
    findings.push(...(await drawingFinding(stage, pool, chart)));
    await report(lines, findings);
  } finally {
    await leave();
  }
}

bench().catch((cause: unknown) => {
  console.error(cause);
  process.exitCode = 1;
});
