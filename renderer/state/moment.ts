/** ISO times of the store in the clerk's own words. */
import { momentText, type Moment } from '../../shared/text/library'

export function describeTime(iso: string, now: Date = new Date()): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return ''
  const moment = momentOf(date)
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1)
  if (isSameDay(date, now)) return momentText(moment, 'today')
  if (isSameDay(date, yesterday)) return momentText(moment, 'yesterday')
  return momentText(moment, date.getFullYear() === now.getFullYear() ? 'thisYear' : 'older')
}

/** The day alone: 今天, 昨天, 3月5日. */
export function describeDate(iso: string, now: Date = new Date()): string {
  return describeTime(iso, now).replace(/ \d\d:\d\d$/, '')
}

export function describeDay(iso: string): string {
  const date = new Date(iso)
  return Number.isNaN(date.getTime()) ? '' : momentText(momentOf(date), 'older')
}

/** The day it is now, with its year. */
export function describeToday(): string {
  return describeDay(new Date().toISOString())
}

/** The year it is now. */
export function currentYear(): number {
  return new Date().getFullYear()
}

function momentOf(date: Date): Moment {
  return { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate(), hour: date.getHours(), minute: date.getMinutes() }
}

function isSameDay(one: Date, other: Date): boolean {
  return one.getFullYear() === other.getFullYear() && one.getMonth() === other.getMonth() && one.getDate() === other.getDate()
}
