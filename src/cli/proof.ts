/** `neibao proof`: proofreads an official text. */
import type { Command } from 'commander';
import { type Proof, proof } from '../proof/proof.ts';
import { rules } from '../proof/rules.ts';
import { table } from '../report.ts';
import type { Shell } from './shell.ts';

interface Options {
  readonly fix?: boolean;
  readonly out?: string;
}

export function addProof(program: Command, shell: Shell): void {
  shell
    .command(
      program,
      'proof',
      { 文件: '要校对的公文，.txt、.md 或 .docx' },
      '校对公文：字号、日期、层次、附件、标点、数字、用词，以及数字之间的关系',
      'proof 通知.txt',
      'proof 通知.txt --fix',
      'proof 通知.docx --json',
    )
    .option('--fix', '把能机械改正的改正，另存为“原名-fixed”，不动原文件')
    .option('-o, --out <文件>', '改正稿写到此文件，同时有 --fix 的作用')
    .action(async (file: string, options: Options) => {
      const { out } = options;
      const proofed = await proof(file, {
        fix: options.fix === true || out !== undefined,
        ...(out !== undefined && { out }),
      });
      shell.finish(proofed, proofJson, reportProof);
    });
}

function proofJson({ findings, repairs, fixed }: Proof): unknown {
  return {
    findings: findings.map(({ code, rule, place, lines, found, expected }) => ({
      code,
      clause: rule.clause,
      strength: rule.strength,
      place,
      lines,
      found,
      expected,
    })),
    repairs: repairs.map((one) => ({ ...one, clause: rules[one.code].clause })),
    fixed,
  };
}

function reportProof({ findings, repairs, fixed }: Proof): string {
  if (fixed !== null) {
    const rows = repairs.map(({ line, before, after }) => [String(line), before, after]);
    return `改正了 ${repairs.length} 处，改正稿：${fixed}\n\n${table(['行', '原文', '改正'], rows)}`;
  }
  return findings.length === 0 ? '没有发现问题。\n' : '';
}
