// What texts are read as quantities, what they are read as, and which are left alone.

import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Quantity, QuantityOptions } from '../../src/model/quantity.js';
import { baseAmount, baseMaximum, baseOf, differenceOf, parseQuantity } from '../../src/model/quantity.js';

type Expected = Partial<Omit<Quantity, 'value' | 'unit' | 'kind' | 'text'>>;
type Row = [text: string, options: QuantityOptions, value: number, unit: string, kind: string, others?: Expected];

const none = {};
const about: Expected = { approximate: true };
const least: Expected = { bound: 'min' };
const most: Expected = { bound: 'max' };
const per = (value: number, unit: string, kind: string): Expected => ({ per: { value, unit, kind } });
const to = (max: number): Expected => ({ max });
const of = (outOf: number): Expected => ({ outOf });
const lang = (language: string): QuantityOptions => ({ language });
const cash = (currency: string): QuantityOptions => ({ currency });

const amounts: Record<string, Row[]> = {
  prices: [
    ['~$0.50/10g', none, 0.5, 'USD', 'money', { ...about, ...per(10, 'g', 'mass') }],
    ['$1.50', none, 1.5, 'USD', 'money'],
    ['~$0.80', none, 0.8, 'USD', 'money', about],
    ['CHF 12.–', none, 12, 'CHF', 'money'],
    ['CHF 12.-', none, 12, 'CHF', 'money'],
    ['12,- €', lang('de'), 12, 'EUR', 'money'],
    ['£3 per month', none, 3, 'GBP', 'money', per(1, 'month', 'time')],
    ['USD 4', none, 4, 'USD', 'money'],
    ['US$1.50', none, 1.5, 'USD', 'money'],
    ['~US$ 4', none, 4, 'USD', 'money', about],
    ['CA$5', none, 5, 'CA$', 'money'],
    ['C$3', none, 3, 'C$', 'money'],
    ['AU$5/month', none, 5, 'AU$', 'money', per(1, 'month', 'time')],
    ['4 USD', none, 4, 'USD', 'money'],
    ['$1,299', none, 1299, 'USD', 'money'],
    ['$1,299.00', none, 1299, 'USD', 'money'],
    ['$1.2K', none, 1200, 'USD', 'money'],
    ['$3M', none, 3e6, 'USD', 'money'],
    ['$2 billion', none, 2e9, 'USD', 'money'],
    ["1'234.50 CHF", none, 1234.5, 'CHF', 'money'],
    ['1’234.50 CHF', lang('de-CH'), 1234.5, 'CHF', 'money'],
    ['€4', none, 4, 'EUR', 'money'],
    ['4 €', none, 4, 'EUR', 'money'],
    ['4\u00a0€', none, 4, 'EUR', 'money'],
    ['4,99 €/Monat', lang('de'), 4.99, 'EUR', 'money', per(1, 'month', 'time')],
    ['4,99 €/Monat', none, 4.99, 'EUR', 'money', per(1, 'month', 'time')],
    ['$95 waived first year', none, 95, 'USD', 'money'],
    ['$95, waived for the first year', none, 95, 'USD', 'money'],
    ['$9.99/mo', none, 9.99, 'USD', 'money', per(1, 'month', 'time')],
    ['$120 / year', none, 120, 'USD', 'money', per(1, 'year', 'time')],
    ['$5 a month', none, 5, 'USD', 'money', per(1, 'month', 'time')],
    ['$10 an hour', none, 10, 'USD', 'money', per(1, 'h', 'time')],
    ['$0.03 per gram', none, 0.03, 'USD', 'money', per(1, 'g', 'mass')],
    ['$1.10 per 100 g', none, 1.1, 'USD', 'money', per(100, 'g', 'mass')],
    ['$12/6 bars', none, 12, 'USD', 'money', per(6, 'bars', 'bar')],
    ['$0.90/serving', none, 0.9, 'USD', 'money', per(1, 'serving', 'serving')],
    ['1.234,50 €', none, 1234.5, 'EUR', 'money'],
    ['$5', cash('USD'), 5, 'USD', 'money'],
    ['$5', cash('no code'), 5, 'USD', 'money'],
    ['$5', cash(''), 5, 'USD', 'money'],
    ['$5', cash('CAD'), 5, 'CAD', 'money'],
    ['$5', cash('MXN'), 5, 'MXN', 'money'],
    ['$5', cash('EUR'), 5, 'USD', 'money'],
    ['¥500', none, 500, 'JPY', 'money'],
    ['¥500', cash('CNY'), 500, 'CNY', 'money'],
    ['499 kr', cash('SEK'), 499, 'SEK', 'money'],
    ['499 kr.', cash('DKK'), 499, 'DKK', 'money'],
    ['kr 499', cash('NOK'), 499, 'NOK', 'money'],
    ['499 kr', none, 499, 'kr', 'money'],
    ['499 zł', cash('PLN'), 499, 'PLN', 'money'],
    ['10 zł', none, 10, 'PLN', 'money'],
    ['10 Kč', none, 10, 'CZK', 'money'],
    ['300円', none, 300, 'JPY', 'money'],
    ['Rs. 11', none, 11, 'INR', 'money'],
    ['Rs.11', none, 11, 'INR', 'money'],
    ['rs 1,299', none, 1299, 'INR', 'money'],
    ['Rs 11', cash('PKR'), 11, 'PKR', 'money'],
    ['C$30', none, 30, 'C$', 'money'],
    ['A$30', none, 30, 'A$', 'money'],
    ['$22 each', none, 22, 'USD', 'money', per(1, 'each', 'each')],
    ['22 € Each', none, 22, 'EUR', 'money', per(1, 'each', 'each')],
    ['$22/each', none, 22, 'USD', 'money', per(1, 'each', 'each')],
    ['$22 / each', none, 22, 'USD', 'money', per(1, 'each', 'each')],
    ['₩5,000', none, 5000, '₩', 'money'],
    ['₩5,000', cash('KRW'), 5000, 'KRW', 'money'],
    ['5 ₹', none, 5, 'INR', 'money'],
    ['$4K', none, 4000, 'USD', 'money'],
    ['12 CUP', none, 12, 'cup', 'volume'],
    ['-$5', none, -5, 'USD', 'money'],
    ['$0', none, 0, 'USD', 'money'],
    ['$32.77', none, 32.77, 'USD', 'money'],
  ],
  'amounts and their bases': [
    ['5g/scoop', none, 5, 'g', 'mass', per(1, 'scoop', 'scoop')],
    ['5 g per 2 scoops', none, 5, 'g', 'mass', per(2, 'scoops', 'scoop')],
    ['3 per day', none, 3, '', 'number', per(1, 'day', 'time')],
    ['3 capsules/day', none, 3, 'capsules', 'capsule', per(1, 'day', 'time')],
    ['$1.50/1k tokens', none, 1.5, 'USD', 'money', per(1000, 'tokens', 'token')],
    ['560 MB/s', none, 560, 'MB', 'data', per(1, 's', 'time')],
    ['25 km/h', none, 25, 'km', 'length', per(1, 'h', 'time')],
    ['25 km / h', none, 25, 'km', 'length', per(1, 'h', 'time')],
    ['300 cd/m²', none, 300, 'cd', 'cd', per(1, 'm²', 'area')],
    ['340 m³/h', none, 340, 'm³', 'volume', per(1, 'h', 'time')],
    ['205 CFM', none, 205, 'ft³', 'volume', per(1, 'min', 'time')],
    ['5-10 g/day', none, 5, 'g', 'mass', { ...to(10), ...per(1, 'day', 'time') }],
    ['1000 mg (2 capsules)', none, 1000, 'mg', 'mass'],
    ['30 (approx. a month)', none, 30, '', 'number'],
  ],
  units: [
    ['75mg', none, 75, 'mg', 'mass'],
    ['2g', none, 2, 'g', 'mass'],
    ['2 g.', none, 2, 'g', 'mass'],
    ['500 MG', none, 500, 'mg', 'mass'],
    ['0.5 mcg', none, 0.5, 'µg', 'mass'],
    ['500 \u00b5g', none, 500, '\u00b5g', 'mass'],
    ['500 \u03bcg', none, 500, '\u00b5g', 'mass'],
    ['2 kilograms', none, 2, 'kg', 'mass'],
    ['3 lbs', none, 3, 'lb', 'mass'],
    ['½ tsp', none, 0.5, 'tsp', 'volume'],
    ['1½ cups', none, 1.5, 'cup', 'volume'],
    ['1 ½ cups', none, 1.5, 'cup', 'volume'],
    ['½', none, 0.5, '', 'number'],
    ['.5 oz', none, 0.5, 'oz', 'mass'],
    ['12 fl oz', none, 12, 'fl oz', 'volume'],
    ['12 fl. oz.', none, 12, 'fl oz', 'volume'],
    ['12 FL OZ', none, 12, 'fl oz', 'volume'],
    ['300 ml', none, 300, 'ml', 'volume'],
    ['0,75 l', none, 0.75, 'l', 'volume'],
    ['1.5L', none, 1.5, 'l', 'volume'],
    ['2 litres', none, 2, 'l', 'volume'],
    ['2 gallons', none, 2, 'gallon', 'volume'],
    ['10-inch', none, 10, 'in', 'length'],
    ['10 inches', none, 10, 'in', 'length'],
    ['15.6"', none, 15.6, 'in', 'length'],
    ['5 mm', none, 5, 'mm', 'length'],
    ['5 cm', none, 5, 'cm', 'length'],
    ['5 m', none, 5, 'm', 'length'],
    ['5 m.', none, 5, 'm', 'length'],
    ['5 km', none, 5, 'km', 'length'],
    ['5 in', none, 5, 'in', 'length'],
    ['5 ft', none, 5, 'ft', 'length'],
    ['5 yd', none, 5, 'yd', 'yd'],
    ['5 miles', none, 5, 'mi', 'length'],
    ['660 nm', none, 660, 'nm', 'nm'],
    ['120 min', none, 120, 'min', 'time'],
    ['30 min.', none, 30, 'min', 'time'],
    ['45 s', none, 45, 's', 'time'],
    ['5 ms', none, 5, 'ms', 'time'],
    ['2 years', none, 2, 'year', 'time'],
    ['1 yr', none, 1, 'year', 'time'],
    ['30-day', none, 30, 'day', 'time'],
    ['12 months', none, 12, 'month', 'time'],
    ['98.6 °F', none, 98.6, '°F', 'temperature'],
    ['37°C', none, 37, '°C', 'temperature'],
    ['-5 °C', none, -5, '°C', 'temperature'],
    ['\u22125 °C', none, -5, '°C', 'temperature'],
    ['90°', none, 90, '°', '°'],
    ['2 TB', none, 2, 'TB', 'data'],
    ['16 gb', none, 16, 'GB', 'data'],
    ['16 GiB', none, 16, 'GiB', 'data'],
    ['5 dl', none, 5, 'dl', 'volume'],
    ['60 Hz', none, 60, 'Hz', 'Hz'],
    ['2.4 GHz', none, 2.4, 'GHz', 'GHz'],
    ['5000mAh', none, 5000, 'mAh', 'mAh'],
    ['55 dB', none, 55, 'dB', 'dB'],
    ['45 W', none, 45, 'W', 'power'],
    ['0.06 kW', none, 0.06, 'kW', 'power'],
    ['120V', none, 120, 'V', 'V'],
    ['5 mW', none, 5, 'mW', 'mW'],
    ['5 MW', none, 5, 'MW', 'MW'],
    ['5 MWh', none, 5, 'MWh', 'MWh'],
    ['5 kb', none, 5, 'kB', 'data'],
    ['100 Mb', none, 100, 'Mb', 'data'],
    ['10\u2033', none, 10, 'in', 'length'],
    ['85 Nm', none, 85, 'Nm', 'Nm'],
    ['100 Mbps', none, 100, 'Mbps', 'Mbps'],
    ['25 mph', none, 25, 'mph', 'mph'],
    ['5 mg/5 ml', none, 5, 'mg', 'mass', per(5, 'ml', 'volume')],
    ['120 calories', none, 120, 'calories', 'calorie'],
    ['20 m²', none, 20, 'm²', 'area'],
    ['500 sq ft', none, 500, 'ft²', 'area'],
    ['500 sq. ft.', none, 500, 'ft²', 'area'],
    ['24 Monate', none, 24, 'month', 'time'],
    ['4K', none, 4, 'K', 'K'],
    ['5G', none, 5, 'G', 'G'],
    ['10x', none, 10, 'x', 'product'],
    ['1000 IU', none, 1000, 'IU', 'IU'],
    ['1000 iu', none, 1000, 'iu', 'iu'],
    ['4 billion CFU', none, 4e9, 'CFU', 'CFU'],
    ['50B CFU', none, 5e10, 'CFU', 'CFU'],
    ['100%', none, 100, '%', '%'],
    ['3.5%', none, 3.5, '%', '%'],
    ['3,5 %', none, 3.5, '%', '%'],
    ['30 capsules', none, 30, 'capsules', 'capsule'],
    ['1 scoop', none, 1, 'scoop', 'scoop'],
    ['2 Scoops', none, 2, 'Scoops', 'Scoops'],
    ['2 doses', none, 2, 'doses', 'dose'],
    ['2 boxes', none, 2, 'boxes', 'boxe'],
    ['1 glass', none, 1, 'glass', 'glass'],
    ['3 times', none, 3, 'times', 'times'],
    ['120 ratings', none, 120, 'ratings', 'ratings'],
    ['4 stars', none, 4, 'stars', 'star'],
    ['5-star', none, 5, 'star', 'star'],
    ['10k steps', none, 10000, 'steps', 'step'],
  ],
  'sums and products': [
    ['1 lb 4 oz', none, 20, 'oz', 'mass'],
    ['6\' 2"', none, 74, 'in', 'length'],
    ['6’ 2”', none, 74, 'in', 'length'],
    ['6′ 2″', none, 74, 'in', 'length'],
    ['5\'11"', none, 71, 'in', 'length'],
    ['6 ft 2 in', none, 74, 'in', 'length'],
    ['3h 20m', none, 200, 'min', 'time'],
    ['3h20m', none, 200, 'min', 'time'],
    ['1 h 30 min 15 s', none, 5415, 's', 'time'],
    ['2 years 6 months', none, 30, 'month', 'time'],
    ['-6 ft 2 in', none, -74, 'in', 'length'],
    ['1 kg 70 g', none, 1070, 'g', 'mass'],
    ['2 x 500 mg', none, 1000, 'mg', 'mass'],
    ['2 X 500 mg', none, 1000, 'mg', 'mass'],
    ['2 × 500 mg', none, 1000, 'mg', 'mass'],
    ['2x500mg', none, 1000, 'mg', 'mass'],
    ['3 x 0.1 g', none, 0.3, 'g', 'mass'],
  ],
  'hedges and bounds': [
    ['≥25%', none, 25, '%', '%', least],
    ['>= 25%', none, 25, '%', '%', least],
    ['> 2 g', none, 2, 'g', 'mass', least],
    ['at least 5 g', none, 5, 'g', 'mass', least],
    ['min. 5 g', none, 5, 'g', 'mass', least],
    ['from $9', none, 9, 'USD', 'money', least],
    ['30+', none, 30, '', 'number', least],
    ['30+ capsules', none, 30, 'capsules', 'capsule', least],
    ['10k+ steps', none, 10000, 'steps', 'step', least],
    ['$50+', none, 50, 'USD', 'money', least],
    ['30 mg+', none, 30, 'mg', 'mass', least],
    ['up to 30g', none, 30, 'g', 'mass', most],
    ['≤ 30 g', none, 30, 'g', 'mass', most],
    ['<1%', none, 1, '%', '%', most],
    ['at most 3', none, 3, '', 'number', most],
    ['max 3 g', none, 3, 'g', 'mass', most],
    ['max. 3 g/day', none, 3, 'g', 'mass', { ...most, ...per(1, 'day', 'time') }],
    ['under $50', none, 50, 'USD', 'money', most],
    ['≈ 5 g', none, 5, 'g', 'mass', about],
    ['about 5 g', none, 5, 'g', 'mass', about],
    ['approx. 5 g', none, 5, 'g', 'mass', about],
    ['ca. 5 g', lang('de'), 5, 'g', 'mass', about],
    ['circa 5 g', none, 5, 'g', 'mass', about],
    ['around $50', none, 50, 'USD', 'money', about],
    ['up to ~30 g', none, 30, 'g', 'mass', { ...most, ...about }],
  ],
  ranges: [
    ['300–600mg', none, 300, 'mg', 'mass', to(600)],
    ['300-600mg', none, 300, 'mg', 'mass', to(600)],
    ['300—600 mg', none, 300, 'mg', 'mass', to(600)],
    ['300 mg – 600 mg', none, 300, 'mg', 'mass', to(600)],
    ['$5–$10', none, 5, 'USD', 'money', to(10)],
    ['$5-10', none, 5, 'USD', 'money', to(10)],
    ['189–219 ر.س', none, 189, 'رس', 'رس', to(219)],
    ['5–10 €', none, 5, 'EUR', 'money', to(10)],
    ['USD 5 - USD 10', none, 5, 'USD', 'money', to(10)],
    ['€5 to €10', none, 5, 'EUR', 'money', to(10)],
    ['5-10', none, 5, '', 'number', to(10)],
    ['10-20%', none, 10, '%', '%', to(20)],
    ['2–3 scoops', none, 2, 'scoops', 'scoop', to(3)],
    ['-5 to 5 °C', none, -5, '°C', 'temperature', to(5)],
    ['5 to 10 mg', none, 5, 'mg', 'mass', to(10)],
    ['$5–10k', none, 5000, 'USD', 'money', to(10000)],
    ['1k–1M', none, 1000, '', 'number', to(1e6)],
    ['5–10 billion CFU', none, 5e9, 'CFU', 'CFU', to(1e10)],
    ['~5–10 g', none, 5, 'g', 'mass', { ...about, ...to(10) }],
  ],
  'bare numbers': [
    ['1,234.50', none, 1234.5, '', 'number'],
    ['1 234,5', none, 1234.5, '', 'number'],
    ['1\u00a0234,5', none, 1234.5, '', 'number'],
    ['1\u202f234,5', none, 1234.5, '', 'number'],
    ['1\u2009234,5', none, 1234.5, '', 'number'],
    ['+3', none, 3, '', 'number'],
    ['-3', none, -3, '', 'number'],
    ['10k', none, 10000, '', 'number'],
    ['1 million', none, 1e6, '', 'number'],
    ['1234567890123456', none, 1234567890123456, '', 'number'],
    ['1.1 million', none, 1100000, '', 'number'],
    ['1 million', lang('de'), 1e6, '', 'number'],
    ['  42  ', none, 42, '', 'number'],
    ['2026', none, 2026, '', 'number'],
    ['0', none, 0, '', 'number'],
  ],
  'separators by language': [
    ['1,234', none, 1234, '', 'number'],
    ['1,234', lang('en'), 1234, '', 'number'],
    ['1,234', lang('en-GB'), 1234, '', 'number'],
    ['1,234', lang('de'), 1.234, '', 'number'],
    ['1,234', lang('fr'), 1.234, '', 'number'],
    ['1,234', lang('ar-EG'), 1234, '', 'number'],
    ['1,234', lang('es'), 1.234, '', 'number'],
    ['1.234', none, 1.234, '', 'number'],
    ['1.234', lang('en'), 1.234, '', 'number'],
    ['1.234', lang('de'), 1234, '', 'number'],
    ['1.234', lang('es'), 1234, '', 'number'],
    ['1.234 €', lang('de-AT'), 1234, 'EUR', 'money'],
    ['1,234', lang('not a tag'), 1234, '', 'number'],
    ['1.234', lang(''), 1.234, '', 'number'],
    ['1,5', lang('en'), 1.5, '', 'number'],
    ['0,5', lang('en'), 0.5, '', 'number'],
    ['0,500', lang('en'), 0.5, '', 'number'],
    ['1,2345', lang('en'), 1.2345, '', 'number'],
    ['1.5', lang('de'), 1.5, '', 'number'],
    ['1234.567', lang('de'), 1234.567, '', 'number'],
    ['1.234.567', lang('en'), 1234567, '', 'number'],
    ['1.234.567', lang('de'), 1234567, '', 'number'],
    ['1,234,567', lang('de'), 1234567, '', 'number'],
    ['1.234,567', lang('en'), 1234.567, '', 'number'],
    ['1,234.567', lang('de'), 1234.567, '', 'number'],
    ['10 000', lang('en'), 10000, '', 'number'],
    ['1 234 567,8', lang('fr'), 1234567.8, '', 'number'],
  ],
  ratings: [
    ['4.5/5', none, 4.5, '', 'rating', of(5)],
    ['4,5/5', none, 4.5, '', 'rating', of(5)],
    ['4.5 / 5', none, 4.5, '', 'rating', of(5)],
    ['8/10', none, 8, '', 'rating', of(10)],
    ['9.2/10', none, 9.2, '', 'rating', of(10)],
    ['85/100', none, 85, '', 'rating', of(100)],
    ['9 out of 10', none, 9, '', 'rating', of(10)],
    ['4.5 out of 5 stars', none, 4.5, '', 'rating', of(5)],
    ['0/5', none, 0, '', 'rating', of(5)],
    ['4/5 stars', none, 4, '', 'rating', of(5)],
    ['4.5/5 (1,234 reviews)', none, 4.5, '', 'rating', of(5)],
    ['★★★★☆', none, 4, '', 'rating', of(5)],
    ['★★★★★★★☆☆☆', none, 7, '', 'rating', of(10)],
    ['★★★★★', none, 5, '', 'rating', of(5)],
    ['☆☆☆☆☆', none, 0, '', 'rating', of(5)],
  ],
};

const unreadable: [text: string, options?: QuantityOptions][] = [
  ...[
    ...[
      '',
      ' ',
      '\u00a0\n\t',
      'Various',
      'n/a',
      'N/A',
      '—',
      '-',
      'TBD',
      'Free',
      'NaN',
      'Infinity',
      '-Infinity',
      '$',
      '%',
    ],
    ...['Organic, 3rd-party', '3rd-party', 'B12', 'Omega-3', '2-in-1', '3 in 1', '3-in-1', '24/7', '24/7 support'],
    ...[
      'iPhone 15',
      'v2.1.3',
      '1.2.3',
      '1.2.3.4',
      '2026-04-30',
      '30/04/2026',
      '30.04.2026',
      'Apr 30, 2026',
      '30 Apr 2026',
      '10:30',
    ],
    ...['555-123-4567', '(555) 123-4567', '+1 555 123 4567', '0800 123 456', '007'],
    ...['100% cotton', '5g, 10g', '5 g 10 g', '1e400', '1e5', '0x10', '1920x1080', '10 x 20 cm', '5 + 3', '5 mg and'],
    ...[
      '10-5 mg',
      '5 mg–10',
      '5%-10',
      '5 mg–10 ml',
      '$5–€10',
      '$5 €',
      '5–',
      'between 5 mg',
      '20 °C – 90 °F',
      'at least up to 5',
      'over 5 to 10',
    ],
    ...[
      '6/5',
      '50/50',
      '120/80 mmHg',
      '16 GB / 512 GB',
      '.',
      ',',
      '5+3',
      'up to 30+',
      '2 x 60 Hz',
      '5 g/10 g',
      '$5 / $10',
      '- 5',
      '– 5 g',
      '±5%',
      'IP68',
      '25g protein',
      '5/10 mg',
      '1/2',
      '5/2 cups',
      '0 out of 0',
      '-1/5',
      '★★★★★★',
      '★ 4',
      '5 g/',
      '5 g/0 scoops',
      '20 mg/kg/day',
    ],
    ...[
      '1,23,4',
      '12,34.5.6',
      '1234 567',
      '01,234',
      '1,234 567',
      '10² g',
      '4K video',
      '5 <',
      '(5 mg)',
      '4.5/5 stars and more',
      '½½',
    ],
    ...[
      'constructor',
      '__proto__',
      '5 mg Thorne',
      '2 TB SSD',
      '5 $ 5',
      '1/0 cup',
      '9'.repeat(201),
      `${' '.repeat(200)}5`,
    ],
  ].map((text): [string] => [text]),
  ['1.234', lang('fr')],
];

/** Texts that a person can read, and what about them is left out for the sake of size. */
const limits: [text: string, limit: string][] = [
  ['₹1,00,000', 'Indian groups'],
  ['1/2 cup', 'a fraction in two digits'],
  ['1 1/2 cups', 'a fraction in two digits'],
  ['⅓ cup', 'a fraction other than quarters'],
  ['$5 CAD', 'a sign and a code'],
  ['5 € pro Jahr', 'words of other languages'],
  ['2,5 Mio. €', 'scales of other languages'],
  ['1 trillion CFU', 'trillions'],
  ['500 shoe boxes', 'a unit of two words'],
  ['37 ° C', 'a space within a unit'],
  ['5%.', 'a full stop after a sign'],
  ['3 g max', 'a bound after the amount'],
  ['5 years or more', 'a bound after the amount'],
  ['between 5 and 10 mg', '“between”'],
  ['from 5 to 10 mg', 'a range with a bound'],
  ['500 mg–1 g', 'a range in two units'],
  ['USD 5-USD 10', 'a range with a code right after the dash'],
  ['$1–2K', 'a capital K at the end of a range without a second sign'],
  ['900–1.2k', 'a scale of the upper end alone'],
  ['20 mg/kg', 'a share of its own kind'],
  ['2 out of 3', 'a scale of ratings other than 5, 10 and 100'],
  ['★★★', 'fewer than five stars'],
  ['★★★½☆', 'half stars'],
  ['4.5 ★', 'a star for a unit'],
  ['⭐⭐⭐⭐⭐', 'stars as emoji'],
  ['٣', 'digits of other scripts'],
];

/** What is read in a way that not everybody means. */
const surprises: [text: string, value: number, unit: string, kind: string][] = [
  ['5 Apr', 5, 'Apr', 'Apr'],
  ['3rd', 3, 'rd', 'rd'],
  ['10 am', 10, 'am', 'am'],
  ['4 euros', 4, 'euros', 'euro'],
  ['45w', 45, 'w', 'w'],
  ['1 TiB', 1, 'TiB', 'TiB'],
  ['25 percent', 25, 'percent', 'percent'],
  ['30 Sek.', 30, 'Sek', 'Sek'],
  ['TOP 10', 10, 'TOP', 'money'],
  ['+44 800 123 456', 44800123456, '', 'number'],
];

describe('parseQuantity', () => {
  for (const [group, rows] of Object.entries(amounts)) {
    describe(`reads ${group}`, () => {
      for (const [text, options, value, unit, kind, others] of rows) {
        it(`${JSON.stringify(text)} ${JSON.stringify(options)}`, () => {
          const expected = { approximate: false, ...others, value, unit, kind, text: text.trim() };
          expect(parseQuantity(text, options)).to.deep.equal(expected);
        });
      }
    });
  }

  describe('leaves alone', () => {
    for (const [text, options] of unreadable) {
      it(`${JSON.stringify(text.slice(0, 40))} ${JSON.stringify(options ?? {})}`, () => {
        expect(parseQuantity(text, options)).to.equal(undefined);
      });
    }
  });

  describe('does not read', () => {
    for (const [text, limit] of limits) {
      it(`${limit}: ${JSON.stringify(text)}`, () => {
        expect(parseQuantity(text)).to.equal(undefined);
      });
    }
  });

  describe('takes at its word', () => {
    for (const [text, value, unit, kind] of surprises) {
      it(JSON.stringify(text), () => {
        expect(parseQuantity(text)).to.deep.equal({ value, unit, kind, approximate: false, text });
      });
    }
  });

  it('gives undefined or a finite quantity for any string', () => {
    const typed = fc.array(
      fc.constantFrom(
        ...'0159.,\'"/-–+~$€½%★☆()x°µ ',
        ' mg',
        ' to ',
        'per ',
        'between ',
        ' and ',
        'k',
        ' h',
        'm',
        'about ',
        'min',
        '\u2044',
        'K',
        ' billion',
      ),
      { maxLength: 30 },
    );
    const any = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 250 }),
      typed.map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(any, fc.option(fc.string(), { nil: undefined }), (text, language) => {
        const quantity = parseQuantity(text, { language });
        if (!quantity) return;
        expect(quantity.value).to.satisfy(Number.isFinite);
        expect(quantity.max ?? quantity.value)
          .to.satisfy(Number.isFinite)
          .and.to.be.at.least(quantity.value);
        expect(baseAmount(quantity)).to.satisfy(Number.isFinite);
        if (quantity.per) expect(baseOf(quantity.per)).to.satisfy(Number.isFinite).and.to.be.above(0);
      }),
      { numRuns: 5000 },
    );
  });

  for (const hostile of [
    '1',
    '1,',
    "1'",
    '1 ',
    '½',
    '★',
    '(',
    '$',
    'a',
    'a.',
    '2x',
    '1h',
    '1 lb ',
    '~',
    '1/',
    '-',
    ' ',
    '⁄',
  ]) {
    it(`gives undefined for a million characters of ${JSON.stringify(hostile)}`, () => {
      expect(parseQuantity(hostile.repeat(1e6 / hostile.length))).to.equal(undefined);
    });
  }

  it('reads back what is written from a value and a unit', () => {
    const units = Object.values(amounts).flatMap((rows) =>
      rows.filter((row) => !row[5]).map(([, , , unit, kind]) => ({ unit, kind })),
    );
    const value = fc.tuple(fc.nat(1e9), fc.nat(4)).map(([digits, decimals]) => digits / 10 ** decimals);
    const language = fc.constantFrom('en', 'de', 'fr', 'es', 'de-CH', 'sv', 'en-GB', 'pt-BR');
    fc.assert(
      fc.property(value, fc.constantFrom(...units), language, (value, { unit, kind }, language) => {
        const digits = new Intl.NumberFormat(language, { maximumFractionDigits: 4 }).format(value);
        const text = `${digits} ${unit}`.trim();
        expect(parseQuantity(text, { language }), text).to.deep.equal({ value, unit, kind, approximate: false, text });
      }),
      { numRuns: 2000 },
    );
  });
});

const read = (text: string): Quantity => {
  const quantity = parseQuantity(text);
  if (!quantity) throw new Error(`${text} is not a quantity`);
  return quantity;
};

describe('baseAmount', () => {
  const equal = [
    ['500 mg', '0.5 g'],
    ['1000 g', '1 kg'],
    ['0.07 kg', '70 g'],
    ['500 mcg', '0.5 mg'],
    ['1 lb', '16 oz'],
    ['1 lb 4 oz', '20 oz'],
    ['12 in', '1 ft'],
    ['100 ft²', '9.290304 m²'],
    ['0.06 kW', '60 W'],
    ['1 mile', '5280 ft'],
    ['100 cm', '1 m'],
    ['2.54 cm', '1 in'],
    ['1 km', '1000 m'],
    ['1 cup', '16 tbsp'],
    ['1 cup', '48 tsp'],
    ['8 fl oz', '1 cup'],
    ['16 cups', '1 gallon'],
    ['1 l', '1000 ml'],
    ['0,75 l', '75 cl'],
    ['1 TB', '1000 GB'],
    ['8 Mb', '1 MB'],
    ['1 GiB', '1024 MiB'],
    ['1 MiB', '1024 KiB'],
    ['1 l', '10 dl'],
    ['1 kB', '1000 bytes'],
    ['60 min', '1 h'],
    ['24 h', '1 day'],
    ['7 days', '1 week'],
    ['12 months', '1 year'],
    ['1000 ms', '1 s'],
    ['98.6 °F', '37 °C'],
    ['-40 °F', '-40 °C'],
    ['32 °F', '0 °C'],
    ['212 °F', '100 °C'],
    ['4.5/5', '9 out of 10'],
    ['★★★★☆', '80/100'],
  ] as const;
  for (const [one, other] of equal) {
    it(`is the same for ${one} and ${other}`, () => {
      expect(baseAmount(read(one))).to.equal(baseAmount(read(other)));
    });
  }

  const bases: [text: string, amount: number][] = [
    ['5 g', 5],
    ['1 oz', 28.349523125],
    ['1 lb', 453.59237],
    ['1 fl oz', 29.5735295625],
    ['1 gallon', 3785.411784],
    ['1 mile', 1609.344],
    ['1 year', 31557600],
    ['1 KiB', 1024],
    ['4.5/5', 0.9],
    ['$5/10g', 5],
    ['2.4 GHz', 2.4],
    ['5–10 g', 5],
    ['42', 42],
  ];
  for (const [text, amount] of bases) {
    it(`of ${text} is ${amount}`, () => {
      expect(baseAmount(read(text))).to.equal(amount);
    });
  }
});

describe('baseMaximum', () => {
  const rows: [text: string, amount: number][] = [
    ['5–10 g', 10],
    ['300–600mg', 0.6],
    ['5 g', 5],
    ['$5–10', 10],
    ['32–212 °F', 100],
  ];
  for (const [text, amount] of rows) {
    it(`of ${text} is ${amount}`, () => {
      expect(baseMaximum(read(text))).to.equal(amount);
    });
  }
});

describe('baseOf', () => {
  const rows: [text: string, amount: number][] = [
    ['$1/10g', 10],
    ['$1 per kg', 1000],
    ['5 g/day', 86400],
    ['5 g/scoop', 1],
    ['5 g per 2 scoops', 2],
    ['$1/month', 2629800],
    ['$1/oz', 28.349523125],
  ];
  for (const [text, amount] of rows) {
    it(`of ${text} is ${amount}`, () => {
      const basis = read(text).per;
      expect(basis && baseOf(basis)).to.equal(amount);
    });
  }
});

describe('of two quantities', () => {
  const cases: readonly (readonly [own: string, other: string, difference: number | undefined])[] = [
    ['$32', '$40', -8],
    ['$5/month', '$12/year', 4],
    ['$1/month', '$12/year', 0],
    ['$7/week', '$1/day', 0],
    ['$0.25/5g', '$0.50/10g', 0],
    ['$300/year', '$30/month', -60],
    ['2 kg', '500 g', 1.5],
    ['10 years', '10 years', 0],
    ['30 months', '2.5 years', 0],
    ['90%', '80%', 10],
    ['8/10', '4/5', 0],
    ['4.5/5', '8/10', 0.5],
    ['20 °C', '18 °C', 2],
    ['68 °F', '50 °F', 18],
    ['20 °C', '50 °F', undefined],
    ['2 h', '500 g', undefined],
    ['$3/month', '$3', undefined],
    ['$3/10g', '$3/month', undefined],
    ['3–4 h', '2 h', undefined],
    ['2 h', 'up to 3 h', undefined],
  ];
  for (const [own, other, difference] of cases) {
    it(`${own} is ${difference ?? 'nobody knows how much'} more than ${other}`, () => {
      const [a, b] = [own, other].map((text) => parseQuantity(text)) as [Quantity, Quantity];
      expect(differenceOf(a, b)).to.equal(difference);
    });
  }

  for (const unit of [
    'mg',
    'oz',
    'lb',
    'tsp',
    'fl oz',
    'cups',
    'inches',
    'feet',
    'miles',
    'ft²',
    'weeks',
    'months',
    'years',
  ]) {
    it(`as many ${unit} are none more, whatever binary fractions lose`, () => {
      for (let tenths = 1; tenths <= 1000; tenths++) {
        const amount = parseQuantity(`${tenths / 10} ${unit}`) as Quantity;
        expect(differenceOf(amount, amount)).to.equal(0);
      }
    });
  }
});
