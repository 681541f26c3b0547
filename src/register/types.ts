/**
 * The register: an append-only journal of payments and certificates, one for all years of a case family.
 * Entries are what a line says; the state is what all lines together mean. Money is an integer number of fen.
 */
import type { AwardLevel, Category } from '../case/types.ts';

/** What every line about an award repeats, so that it can be read without the case. */
export interface AwardFacts {
  /** Year of the award, not of the payment. */
  readonly year: number;
  /** Name of the case folder that entered it. */
  readonly caseId: string;
  readonly level: AwardLevel;
  readonly category: Category;
  readonly district: string;
  readonly unit: string;
  readonly recipient: string;
  /** 对象码: the beneficiary's key, salted and hashed (`keyOf`); 32 hex digits. */
  readonly key: string;
}

/** What one payment of a batch is made from. */
export interface PaymentFacts extends AwardFacts {
  readonly payer: string;
  /** Fen before tax. */
  readonly amount: number;
  /** Name of the tax item as the case gives it; '' where the case sets none. */
  readonly taxItem: string;
  /** Fen of tax within the amount; what is paid out is the amount less this. */
  readonly tax: number;
}

/** Who answers for an entry: two different people. */
export interface People {
  /** 制表 */
  readonly prepared: string;
  /** 复核 */
  readonly reviewed: string;
}

interface EntryCore {
  /** ISO time with zone, the only clock of the register. */
  readonly time: string;
}

/** 登记簿: the first line. */
export interface OpeningEntry extends EntryCore {
  readonly kind: 'opening';
  readonly version: number;
  /** 32 random hex digits. */
  readonly salt: string;
}

export interface PayerSum {
  readonly payer: string;
  readonly count: number;
  readonly amount: number;
  readonly tax: number;
}

/** 批次: heads its payments, and states how many they are and what they come to. */
export interface BatchEntry extends EntryCore, People {
  readonly kind: 'batch';
  readonly year: number;
  readonly caseId: string;
  /** Counts from 1 within the year. */
  readonly batch: number;
  /** ISO date of the batch. */
  readonly date: string;
  readonly count: number;
  readonly amount: number;
  readonly tax: number;
  /** In the order of their first payment. */
  readonly payers: readonly PayerSum[];
}

/** 发放 */
export interface PaymentEntry extends EntryCore, PaymentFacts {
  readonly kind: 'payment';
  readonly batch: number;
}

/** 冲销: takes one payment back, wholly. */
export interface ReversalEntry extends EntryCore, People {
  readonly kind: 'reversal';
  readonly year: number;
  readonly batch: number;
  /** Line of the payment. */
  readonly reverses: number;
  readonly payer: string;
  readonly unit: string;
  readonly recipient: string;
  readonly amount: number;
  readonly reason: string;
}

/** 证书 */
export interface CertificateEntry extends EntryCore, People, AwardFacts {
  readonly kind: 'certificate';
  /** As printed, e.g. 沪企保协表彰〔2024〕证0001号 */
  readonly number: string;
  /** The running number in it; counts from 1 within the year, replacements included, without gaps. */
  readonly running: number;
}

/** 作废 */
export interface VoidEntry extends EntryCore, People {
  readonly kind: 'void';
  readonly year: number;
  readonly number: string;
  readonly unit: string;
  readonly recipient: string;
  readonly reason: string;
}

/** 换发: a new certificate that names the old, which is no longer good. */
export interface ReplacementEntry extends EntryCore, People, AwardFacts {
  readonly kind: 'replacement';
  readonly number: string;
  readonly running: number;
  /** 原编号 */
  readonly replaces: string;
  readonly reason: string;
}

export type Entry =
  | OpeningEntry
  | BatchEntry
  | PaymentEntry
  | ReversalEntry
  | CertificateEntry
  | VoidEntry
  | ReplacementEntry;

export type EntryKind = Entry['kind'];

export interface RegisteredBatch extends Omit<BatchEntry, 'kind'> {
  readonly line: number;
}

export interface RegisteredPayment extends PaymentFacts {
  readonly line: number;
  readonly batch: number;
  /** ISO date of its batch. */
  readonly date: string;
  /** Not taken back. */
  readonly live: boolean;
  /** Line and reason of the entry that took it back. */
  readonly reversed: { readonly line: number; readonly reason: string } | null;
}

export interface RegisteredCertificate extends AwardFacts {
  readonly line: number;
  readonly number: string;
  readonly running: number;
  /** Number of the certificate that it stands for; '' where it is the first. */
  readonly replaces: string;
  readonly state: 'valid' | 'void' | 'replaced';
}

/** What all lines together mean. Payments, batches and certificates are in the order of their lines. */
export interface RegisterState {
  readonly salt: string;
  /** Lines so far; 0 where nothing has been registered yet. */
  readonly lines: number;
  readonly batches: readonly RegisteredBatch[];
  readonly payments: readonly RegisteredPayment[];
  readonly certificates: readonly RegisteredCertificate[];
}

/** The register as it stands on the disk. */
export interface Register extends RegisterState {
  /** Hash of the last line; 64 zeros where there is none. */
  readonly head: string;
}
