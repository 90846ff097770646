/**
 * Whole documents, sorted by each of their columns, both ways: the lists are what a person writes down who reads the
 * cells and never saw the code. Ties stand in the document's order (by name where they share a rank), what is missing
 * stands last both ways. What single values do is `order.test.ts`.
 */
import { expect } from '@open-wc/testing';
import { type Comparison, readComparison } from '../../src/model/comparison.js';
import { orderProducts, parseSort } from '../../src/model/order.js';
import { scoreProducts } from '../../src/model/rank.js';
import { leakyGut } from '../fixtures/leaky-gut.js';

interface Orders {
  /** What each product is called here, a part of its name, in the document's order. */
  readonly products: string;
  /** Which of the columns below hold amounts that do not compare. */
  readonly mixed: readonly string[];
  readonly columns: Readonly<Record<string, readonly [ascending: string, descending: string]>>;
}

const documents: Readonly<Record<string, Orders>> = {
  'leaky-gut': {
    products: 'Thorne, Integrative, Sovereign, Ora',
    mixed: ['dose', 'price'],
    columns: {
      name: ['Integrative, Ora, Sovereign, Thorne', 'Thorne, Sovereign, Ora, Integrative'],
      score: ['Ora, Sovereign, Integrative, Thorne', 'Thorne, Integrative, Sovereign, Ora'],
      bestFor: ['Ora, Thorne, Integrative, Sovereign', 'Sovereign, Integrative, Thorne, Ora'],
      ingredient: ['Thorne, Sovereign, Ora, Integrative', 'Integrative, Ora, Sovereign, Thorne'],
      dose: ['Integrative, Sovereign, Thorne, Ora', 'Thorne, Sovereign, Integrative, Ora'],
      certification: ['Sovereign, Integrative, Thorne, Ora', 'Ora, Thorne, Integrative, Sovereign'],
      price: ['Thorne, Integrative, Ora, Sovereign', 'Sovereign, Ora, Integrative, Thorne'],
      evidence: ['Ora, Sovereign, Thorne, Integrative', 'Thorne, Integrative, Sovereign, Ora'],
      transparency: ['Ora, Sovereign, Integrative, Thorne', 'Thorne, Integrative, Sovereign, Ora'],
      value: ['Sovereign, Integrative, Thorne, Ora', 'Thorne, Ora, Integrative, Sovereign'],
      performance: ['Ora, Integrative, Sovereign, Thorne', 'Thorne, Integrative, Sovereign, Ora'],
      verification: ['Sovereign, Integrative, Ora, Thorne', 'Thorne, Integrative, Ora, Sovereign'],
    },
  },
  headphones: {
    products: 'Murmelo, Ovahush, Tintamar, Quietwing, Bellhaven, Zonnet',
    mixed: [],
    columns: {
      name: [
        'Bellhaven, Murmelo, Ovahush, Quietwing, Tintamar, Zonnet',
        'Zonnet, Tintamar, Quietwing, Ovahush, Murmelo, Bellhaven',
      ],
      score: [
        'Bellhaven, Quietwing, Ovahush, Tintamar, Zonnet, Murmelo',
        'Murmelo, Zonnet, Ovahush, Tintamar, Quietwing, Bellhaven',
      ],
      bestFor: [
        'Ovahush, Tintamar, Murmelo, Quietwing, Bellhaven, Zonnet',
        'Quietwing, Murmelo, Tintamar, Ovahush, Bellhaven, Zonnet',
      ],
      price: [
        'Quietwing, Ovahush, Bellhaven, Murmelo, Tintamar, Zonnet',
        'Tintamar, Murmelo, Bellhaven, Ovahush, Quietwing, Zonnet',
      ],
      battery: [
        'Quietwing, Tintamar, Murmelo, Zonnet, Ovahush, Bellhaven',
        'Bellhaven, Ovahush, Zonnet, Murmelo, Tintamar, Quietwing',
      ],
      weight: [
        'Quietwing, Ovahush, Murmelo, Bellhaven, Tintamar, Zonnet',
        'Tintamar, Bellhaven, Murmelo, Ovahush, Quietwing, Zonnet',
      ],
      codecs: [
        'Quietwing, Ovahush, Bellhaven, Murmelo, Tintamar, Zonnet',
        'Zonnet, Tintamar, Murmelo, Ovahush, Bellhaven, Quietwing',
      ],
      wired: [
        'Quietwing, Murmelo, Ovahush, Tintamar, Bellhaven, Zonnet',
        'Murmelo, Ovahush, Tintamar, Bellhaven, Quietwing, Zonnet',
      ],
      charging: [
        'Quietwing, Tintamar, Murmelo, Ovahush, Bellhaven, Zonnet',
        'Bellhaven, Ovahush, Murmelo, Tintamar, Quietwing, Zonnet',
      ],
      cell: [
        'Quietwing, Murmelo, Ovahush, Tintamar, Bellhaven, Zonnet',
        'Bellhaven, Tintamar, Ovahush, Murmelo, Quietwing, Zonnet',
      ],
      owners: [
        'Quietwing, Ovahush, Bellhaven, Murmelo, Tintamar, Zonnet',
        'Tintamar, Murmelo, Bellhaven, Ovahush, Quietwing, Zonnet',
      ],
      sound: [
        'Quietwing, Ovahush, Bellhaven, Murmelo, Zonnet, Tintamar',
        'Tintamar, Murmelo, Zonnet, Ovahush, Bellhaven, Quietwing',
      ],
      quiet: [
        'Bellhaven, Quietwing, Tintamar, Ovahush, Murmelo, Zonnet',
        'Murmelo, Ovahush, Tintamar, Quietwing, Bellhaven, Zonnet',
      ],
      comfort: [
        'Tintamar, Quietwing, Bellhaven, Murmelo, Ovahush, Zonnet',
        'Murmelo, Ovahush, Quietwing, Bellhaven, Tintamar, Zonnet',
      ],
      calls: [
        'Tintamar, Ovahush, Bellhaven, Murmelo, Quietwing, Zonnet',
        'Murmelo, Ovahush, Bellhaven, Tintamar, Quietwing, Zonnet',
      ],
    },
  },
  mattresses: {
    products: 'Daunzig, Kuhlenfels, Gähnhard, Moosgrund, Tiefental, Halbmond, Wellmut, Schnurrbach',
    mixed: [],
    columns: {
      name: [
        'Daunzig, Gähnhard, Halbmond, Kuhlenfels, Moosgrund, Schnurrbach, Tiefental, Wellmut',
        'Wellmut, Tiefental, Schnurrbach, Moosgrund, Kuhlenfels, Halbmond, Gähnhard, Daunzig',
      ],
      score: [
        'Halbmond, Daunzig, Schnurrbach, Wellmut, Tiefental, Gähnhard, Kuhlenfels, Moosgrund',
        'Moosgrund, Kuhlenfels, Gähnhard, Tiefental, Wellmut, Schnurrbach, Daunzig, Halbmond',
      ],
      bestFor: [
        'Moosgrund, Halbmond, Wellmut, Daunzig, Kuhlenfels, Tiefental, Gähnhard, Schnurrbach',
        'Gähnhard, Tiefental, Kuhlenfels, Daunzig, Wellmut, Halbmond, Moosgrund, Schnurrbach',
      ],
      price: [
        'Halbmond, Daunzig, Tiefental, Gähnhard, Kuhlenfels, Wellmut, Moosgrund, Schnurrbach',
        'Moosgrund, Wellmut, Kuhlenfels, Gähnhard, Tiefental, Daunzig, Halbmond, Schnurrbach',
      ],
      firmness: [
        'Daunzig, Halbmond, Gähnhard, Schnurrbach, Kuhlenfels, Moosgrund, Wellmut, Tiefental',
        'Tiefental, Kuhlenfels, Moosgrund, Wellmut, Gähnhard, Schnurrbach, Daunzig, Halbmond',
      ],
      height: [
        'Halbmond, Daunzig, Moosgrund, Kuhlenfels, Tiefental, Gähnhard, Schnurrbach, Wellmut',
        'Wellmut, Gähnhard, Schnurrbach, Tiefental, Kuhlenfels, Moosgrund, Daunzig, Halbmond',
      ],
      weight: [
        'Halbmond, Daunzig, Kuhlenfels, Wellmut, Gähnhard, Tiefental, Moosgrund, Schnurrbach',
        'Moosgrund, Tiefental, Gähnhard, Wellmut, Kuhlenfels, Daunzig, Halbmond, Schnurrbach',
      ],
      load: [
        'Halbmond, Daunzig, Gähnhard, Kuhlenfels, Wellmut, Moosgrund, Tiefental, Schnurrbach',
        'Tiefental, Moosgrund, Wellmut, Kuhlenfels, Gähnhard, Daunzig, Halbmond, Schnurrbach',
      ],
      layers: [
        'Daunzig, Halbmond, Schnurrbach, Gähnhard, Moosgrund, Kuhlenfels, Wellmut, Tiefental',
        'Tiefental, Wellmut, Kuhlenfels, Moosgrund, Gähnhard, Daunzig, Halbmond, Schnurrbach',
      ],
      washable: [
        'Moosgrund, Tiefental, Daunzig, Kuhlenfels, Gähnhard, Halbmond, Wellmut, Schnurrbach',
        'Daunzig, Kuhlenfels, Gähnhard, Halbmond, Wellmut, Moosgrund, Tiefental, Schnurrbach',
      ],
      trial: [
        'Daunzig, Moosgrund, Tiefental, Kuhlenfels, Halbmond, Schnurrbach, Gähnhard, Wellmut',
        'Gähnhard, Kuhlenfels, Halbmond, Schnurrbach, Tiefental, Daunzig, Moosgrund, Wellmut',
      ],
      warranty: [
        'Daunzig, Halbmond, Tiefental, Kuhlenfels, Moosgrund, Wellmut, Gähnhard, Schnurrbach',
        'Gähnhard, Kuhlenfels, Moosgrund, Wellmut, Tiefental, Daunzig, Halbmond, Schnurrbach',
      ],
      owners: [
        'Halbmond, Tiefental, Kuhlenfels, Daunzig, Gähnhard, Wellmut, Moosgrund, Schnurrbach',
        'Moosgrund, Wellmut, Gähnhard, Daunzig, Kuhlenfels, Tiefental, Halbmond, Schnurrbach',
      ],
      tested: [
        'Moosgrund, Daunzig, Halbmond, Kuhlenfels, Gähnhard, Tiefental, Wellmut, Schnurrbach',
        'Tiefental, Wellmut, Kuhlenfels, Gähnhard, Daunzig, Halbmond, Moosgrund, Schnurrbach',
      ],
      comfort: [
        'Halbmond, Tiefental, Daunzig, Schnurrbach, Wellmut, Kuhlenfels, Moosgrund, Gähnhard',
        'Gähnhard, Moosgrund, Kuhlenfels, Wellmut, Schnurrbach, Daunzig, Tiefental, Halbmond',
      ],
      support: [
        'Halbmond, Daunzig, Wellmut, Gähnhard, Moosgrund, Kuhlenfels, Tiefental, Schnurrbach',
        'Tiefental, Kuhlenfels, Moosgrund, Gähnhard, Wellmut, Daunzig, Halbmond, Schnurrbach',
      ],
      durability: [
        'Daunzig, Gähnhard, Kuhlenfels, Tiefental, Moosgrund, Halbmond, Wellmut, Schnurrbach',
        'Moosgrund, Tiefental, Kuhlenfels, Gähnhard, Daunzig, Halbmond, Wellmut, Schnurrbach',
      ],
      climate: [
        'Gähnhard, Wellmut, Halbmond, Tiefental, Kuhlenfels, Daunzig, Moosgrund, Schnurrbach',
        'Moosgrund, Daunzig, Kuhlenfels, Tiefental, Halbmond, Wellmut, Gähnhard, Schnurrbach',
      ],
    },
  },
  'hosting-plans': {
    products: 'Nano, House, Hayloft, Hostelry, Nordlicht, Tarmac, Velvetstack',
    mixed: [],
    columns: {
      name: [
        'Hayloft, Hostelry, Nordlicht, House, Nano, Tarmac, Velvetstack',
        'Velvetstack, Tarmac, Nano, House, Nordlicht, Hostelry, Hayloft',
      ],
      bestFor: [
        'Hayloft, House, Nano, Velvetstack, Nordlicht, Tarmac, Hostelry',
        'Tarmac, Nordlicht, Velvetstack, Nano, House, Hayloft, Hostelry',
      ],
      price: [
        'Tarmac, Nano, Hostelry, Hayloft, House, Nordlicht, Velvetstack',
        'Velvetstack, Nordlicht, House, Hayloft, Hostelry, Nano, Tarmac',
      ],
      storage: [
        'Nano, Tarmac, Hostelry, House, Nordlicht, Hayloft, Velvetstack',
        'Velvetstack, Hayloft, Nordlicht, House, Hostelry, Tarmac, Nano',
      ],
      uptime: [
        'Nano, House, Hayloft, Nordlicht, Velvetstack, Hostelry, Tarmac',
        'Velvetstack, Nordlicht, House, Hayloft, Nano, Hostelry, Tarmac',
      ],
      backups: [
        'Nano, Tarmac, House, Hayloft, Nordlicht, Velvetstack, Hostelry',
        'House, Hayloft, Nordlicht, Velvetstack, Nano, Tarmac, Hostelry',
      ],
      support: [
        'Velvetstack, Nano, Hayloft, House, Nordlicht, Hostelry, Tarmac',
        'Hostelry, Nordlicht, House, Nano, Hayloft, Velvetstack, Tarmac',
      ],
      since: [
        'Hostelry, Nordlicht, Nano, House, Hayloft, Velvetstack, Tarmac',
        'Velvetstack, Hayloft, Nano, House, Nordlicht, Hostelry, Tarmac',
      ],
    },
  },
  'air-purifiers': {
    products: 'Nimbrel, Alpenhauch 30, Alpenhauch 60, Puffling, Clearmarl, Windlass, Thistledown, Breezelet',
    mixed: [],
    columns: {
      name: [
        'Alpenhauch 30, Alpenhauch 60, Breezelet, Clearmarl, Nimbrel, Puffling, Thistledown, Windlass',
        'Windlass, Thistledown, Puffling, Nimbrel, Clearmarl, Breezelet, Alpenhauch 60, Alpenhauch 30',
      ],
      score: [
        'Nimbrel, Puffling, Clearmarl, Windlass, Alpenhauch 60, Alpenhauch 30, Thistledown, Breezelet',
        'Alpenhauch 30, Alpenhauch 60, Windlass, Clearmarl, Nimbrel, Puffling, Thistledown, Breezelet',
      ],
      bestFor: [
        'Nimbrel, Puffling, Alpenhauch 30, Thistledown, Clearmarl, Alpenhauch 60, Windlass, Breezelet',
        'Windlass, Alpenhauch 60, Clearmarl, Thistledown, Alpenhauch 30, Puffling, Nimbrel, Breezelet',
      ],
      price: [
        'Nimbrel, Thistledown, Clearmarl, Alpenhauch 30, Puffling, Alpenhauch 60, Windlass, Breezelet',
        'Windlass, Alpenhauch 60, Puffling, Alpenhauch 30, Clearmarl, Thistledown, Nimbrel, Breezelet',
      ],
      cadr: [
        'Nimbrel, Thistledown, Alpenhauch 30, Puffling, Clearmarl, Alpenhauch 60, Windlass, Breezelet',
        'Windlass, Alpenhauch 60, Clearmarl, Puffling, Alpenhauch 30, Thistledown, Nimbrel, Breezelet',
      ],
      room: [
        'Nimbrel, Thistledown, Alpenhauch 30, Puffling, Clearmarl, Alpenhauch 60, Windlass, Breezelet',
        'Windlass, Alpenhauch 60, Clearmarl, Puffling, Alpenhauch 30, Thistledown, Nimbrel, Breezelet',
      ],
      noise: [
        'Thistledown, Alpenhauch 30, Nimbrel, Alpenhauch 60, Windlass, Puffling, Clearmarl, Breezelet',
        'Clearmarl, Puffling, Windlass, Alpenhauch 60, Nimbrel, Alpenhauch 30, Thistledown, Breezelet',
      ],
      power: [
        'Nimbrel, Thistledown, Alpenhauch 30, Puffling, Alpenhauch 60, Clearmarl, Windlass, Breezelet',
        'Windlass, Clearmarl, Alpenhauch 60, Puffling, Alpenhauch 30, Thistledown, Nimbrel, Breezelet',
      ],
      running: [
        'Nimbrel, Thistledown, Alpenhauch 30, Clearmarl, Puffling, Alpenhauch 60, Windlass, Breezelet',
        'Windlass, Alpenhauch 60, Puffling, Clearmarl, Alpenhauch 30, Thistledown, Nimbrel, Breezelet',
      ],
      interval: [
        'Thistledown, Nimbrel, Puffling, Alpenhauch 30, Alpenhauch 60, Clearmarl, Windlass, Breezelet',
        'Windlass, Alpenhauch 30, Alpenhauch 60, Clearmarl, Puffling, Nimbrel, Thistledown, Breezelet',
      ],
      stages: [
        'Breezelet, Nimbrel, Thistledown, Clearmarl, Puffling, Alpenhauch 30, Alpenhauch 60, Windlass',
        'Windlass, Alpenhauch 30, Alpenhauch 60, Puffling, Clearmarl, Nimbrel, Thistledown, Breezelet',
      ],
      height: [
        'Breezelet, Nimbrel, Thistledown, Alpenhauch 30, Puffling, Clearmarl, Alpenhauch 60, Windlass',
        'Windlass, Alpenhauch 60, Clearmarl, Puffling, Alpenhauch 30, Thistledown, Nimbrel, Breezelet',
      ],
      weight: [
        'Nimbrel, Thistledown, Clearmarl, Alpenhauch 30, Puffling, Alpenhauch 60, Windlass, Breezelet',
        'Windlass, Alpenhauch 60, Puffling, Alpenhauch 30, Clearmarl, Thistledown, Nimbrel, Breezelet',
      ],
      standalone: [
        'Puffling, Breezelet, Nimbrel, Alpenhauch 30, Alpenhauch 60, Clearmarl, Windlass, Thistledown',
        'Nimbrel, Alpenhauch 30, Alpenhauch 60, Clearmarl, Windlass, Puffling, Breezelet, Thistledown',
      ],
      tested: [
        'Windlass, Nimbrel, Alpenhauch 30, Alpenhauch 60, Puffling, Clearmarl, Thistledown, Breezelet',
        'Puffling, Clearmarl, Thistledown, Nimbrel, Alpenhauch 30, Alpenhauch 60, Windlass, Breezelet',
      ],
      cleaning: [
        'Nimbrel, Thistledown, Puffling, Alpenhauch 30, Clearmarl, Alpenhauch 60, Windlass, Breezelet',
        'Windlass, Alpenhauch 60, Alpenhauch 30, Clearmarl, Puffling, Nimbrel, Thistledown, Breezelet',
      ],
      quiet: [
        'Clearmarl, Puffling, Windlass, Alpenhauch 60, Nimbrel, Alpenhauch 30, Thistledown, Breezelet',
        'Thistledown, Nimbrel, Alpenhauch 30, Alpenhauch 60, Puffling, Windlass, Clearmarl, Breezelet',
      ],
      upkeep: [
        'Windlass, Alpenhauch 60, Puffling, Alpenhauch 30, Clearmarl, Nimbrel, Thistledown, Breezelet',
        'Nimbrel, Thistledown, Alpenhauch 30, Clearmarl, Alpenhauch 60, Puffling, Windlass, Breezelet',
      ],
      handling: [
        'Puffling, Windlass, Clearmarl, Nimbrel, Alpenhauch 60, Alpenhauch 30, Thistledown, Breezelet',
        'Alpenhauch 30, Nimbrel, Alpenhauch 60, Clearmarl, Puffling, Windlass, Thistledown, Breezelet',
      ],
    },
  },
  'credit-cards': {
    products: 'Copperleaf, Longstride, Minnowmark, Grandlark, Tideline, Slowpine, Lampwright, Gullwing',
    mixed: ['bonus'],
    columns: {
      name: [
        'Copperleaf, Grandlark, Gullwing, Lampwright, Longstride, Minnowmark, Slowpine, Tideline',
        'Tideline, Slowpine, Minnowmark, Longstride, Lampwright, Gullwing, Grandlark, Copperleaf',
      ],
      score: [
        'Tideline, Slowpine, Minnowmark, Gullwing, Lampwright, Grandlark, Copperleaf, Longstride',
        'Longstride, Copperleaf, Grandlark, Lampwright, Gullwing, Minnowmark, Slowpine, Tideline',
      ],
      bestFor: [
        'Lampwright, Grandlark, Gullwing, Minnowmark, Copperleaf, Slowpine, Tideline, Longstride',
        'Longstride, Tideline, Slowpine, Copperleaf, Minnowmark, Gullwing, Grandlark, Lampwright',
      ],
      fee: [
        'Copperleaf, Minnowmark, Slowpine, Gullwing, Tideline, Longstride, Lampwright, Grandlark',
        'Grandlark, Lampwright, Longstride, Tideline, Copperleaf, Minnowmark, Slowpine, Gullwing',
      ],
      apr: [
        'Slowpine, Lampwright, Copperleaf, Longstride, Minnowmark, Tideline, Gullwing, Grandlark',
        'Gullwing, Tideline, Minnowmark, Longstride, Copperleaf, Lampwright, Slowpine, Grandlark',
      ],
      cashback: [
        'Minnowmark, Longstride, Copperleaf, Lampwright, Gullwing, Grandlark, Tideline, Slowpine',
        'Grandlark, Gullwing, Lampwright, Copperleaf, Longstride, Minnowmark, Tideline, Slowpine',
      ],
      bonus: [
        'Minnowmark, Gullwing, Copperleaf, Lampwright, Longstride, Grandlark, Tideline, Slowpine',
        'Grandlark, Longstride, Lampwright, Copperleaf, Gullwing, Minnowmark, Tideline, Slowpine',
      ],
      intro: [
        'Minnowmark, Lampwright, Copperleaf, Slowpine, Longstride, Grandlark, Tideline, Gullwing',
        'Slowpine, Copperleaf, Lampwright, Minnowmark, Longstride, Grandlark, Tideline, Gullwing',
      ],
      foreign: [
        'Longstride, Minnowmark, Grandlark, Lampwright, Tideline, Copperleaf, Slowpine, Gullwing',
        'Copperleaf, Slowpine, Gullwing, Tideline, Longstride, Minnowmark, Grandlark, Lampwright',
      ],
      creditScore: [
        'Tideline, Gullwing, Copperleaf, Slowpine, Longstride, Lampwright, Grandlark, Minnowmark',
        'Grandlark, Lampwright, Longstride, Slowpine, Copperleaf, Gullwing, Tideline, Minnowmark',
      ],
      grace: [
        'Longstride, Minnowmark, Slowpine, Copperleaf, Tideline, Gullwing, Lampwright, Grandlark',
        'Grandlark, Lampwright, Copperleaf, Tideline, Gullwing, Longstride, Minnowmark, Slowpine',
      ],
      perks: [
        'Lampwright, Minnowmark, Slowpine, Grandlark, Longstride, Copperleaf, Gullwing, Tideline',
        'Gullwing, Copperleaf, Longstride, Grandlark, Minnowmark, Slowpine, Lampwright, Tideline',
      ],
      metal: [
        'Copperleaf, Minnowmark, Tideline, Slowpine, Longstride, Grandlark, Lampwright, Gullwing',
        'Longstride, Grandlark, Lampwright, Copperleaf, Minnowmark, Tideline, Slowpine, Gullwing',
      ],
      owners: [
        'Tideline, Slowpine, Lampwright, Minnowmark, Longstride, Copperleaf, Grandlark, Gullwing',
        'Grandlark, Copperleaf, Longstride, Minnowmark, Slowpine, Lampwright, Tideline, Gullwing',
      ],
      terms: [
        'Tideline, Minnowmark, Copperleaf, Lampwright, Longstride, Grandlark, Slowpine, Gullwing',
        'Slowpine, Longstride, Grandlark, Copperleaf, Lampwright, Minnowmark, Tideline, Gullwing',
      ],
      cost: [
        'Grandlark, Tideline, Lampwright, Gullwing, Longstride, Minnowmark, Copperleaf, Slowpine',
        'Slowpine, Copperleaf, Minnowmark, Longstride, Lampwright, Gullwing, Tideline, Grandlark',
      ],
      rewards: [
        'Tideline, Slowpine, Minnowmark, Copperleaf, Gullwing, Longstride, Lampwright, Grandlark',
        'Grandlark, Longstride, Lampwright, Copperleaf, Gullwing, Minnowmark, Slowpine, Tideline',
      ],
      service: [
        'Tideline, Slowpine, Copperleaf, Minnowmark, Longstride, Grandlark, Lampwright, Gullwing',
        'Grandlark, Longstride, Copperleaf, Minnowmark, Slowpine, Tideline, Lampwright, Gullwing',
      ],
      benefits: [
        'Tideline, Slowpine, Minnowmark, Copperleaf, Lampwright, Longstride, Grandlark, Gullwing',
        'Grandlark, Longstride, Lampwright, Copperleaf, Minnowmark, Slowpine, Tideline, Gullwing',
      ],
    },
  },
  laptops: {
    products: 'Fernbook 13, Fernbook 15, Air, Forge, Lumenslate, Grindstone',
    mixed: [],
    columns: {
      name: [
        'Fernbook 13, Fernbook 15, Grindstone, Lumenslate, Air, Forge',
        'Forge, Air, Lumenslate, Grindstone, Fernbook 15, Fernbook 13',
      ],
      price: [
        'Grindstone, Lumenslate, Air, Fernbook 13, Fernbook 15, Forge',
        'Forge, Fernbook 15, Fernbook 13, Air, Lumenslate, Grindstone',
      ],
      display: [
        'Grindstone, Lumenslate, Fernbook 13, Air, Fernbook 15, Forge',
        'Forge, Fernbook 15, Air, Fernbook 13, Lumenslate, Grindstone',
      ],
      resolution: [
        'Grindstone, Air, Lumenslate, Fernbook 13, Fernbook 15, Forge',
        'Forge, Fernbook 15, Fernbook 13, Lumenslate, Air, Grindstone',
      ],
      brightness: [
        'Grindstone, Air, Lumenslate, Fernbook 13, Fernbook 15, Forge',
        'Forge, Fernbook 15, Fernbook 13, Lumenslate, Air, Grindstone',
      ],
      refresh: [
        'Fernbook 13, Air, Lumenslate, Grindstone, Fernbook 15, Forge',
        'Forge, Fernbook 15, Fernbook 13, Air, Lumenslate, Grindstone',
      ],
      processor: [
        'Air, Forge, Fernbook 13, Fernbook 15, Lumenslate, Grindstone',
        'Grindstone, Lumenslate, Fernbook 15, Fernbook 13, Forge, Air',
      ],
      cores: [
        'Grindstone, Air, Fernbook 13, Lumenslate, Fernbook 15, Forge',
        'Forge, Fernbook 15, Fernbook 13, Lumenslate, Air, Grindstone',
      ],
      memory: [
        'Grindstone, Air, Lumenslate, Fernbook 13, Fernbook 15, Forge',
        'Forge, Fernbook 15, Fernbook 13, Air, Lumenslate, Grindstone',
      ],
      storage: [
        'Grindstone, Lumenslate, Air, Fernbook 13, Fernbook 15, Forge',
        'Forge, Fernbook 15, Fernbook 13, Air, Lumenslate, Grindstone',
      ],
      battery: [
        'Lumenslate, Grindstone, Air, Fernbook 13, Fernbook 15, Forge',
        'Forge, Fernbook 15, Fernbook 13, Air, Grindstone, Lumenslate',
      ],
      runtime: [
        'Forge, Air, Lumenslate, Grindstone, Fernbook 13, Fernbook 15',
        'Fernbook 15, Fernbook 13, Grindstone, Lumenslate, Air, Forge',
      ],
      weight: [
        'Lumenslate, Fernbook 13, Air, Grindstone, Fernbook 15, Forge',
        'Forge, Fernbook 15, Grindstone, Air, Fernbook 13, Lumenslate',
      ],
      thickness: [
        'Lumenslate, Fernbook 13, Fernbook 15, Air, Grindstone, Forge',
        'Forge, Grindstone, Air, Fernbook 15, Fernbook 13, Lumenslate',
      ],
      ports: [
        'Lumenslate, Air, Grindstone, Fernbook 13, Fernbook 15, Forge',
        'Forge, Fernbook 15, Fernbook 13, Grindstone, Air, Lumenslate',
      ],
      camera: [
        'Grindstone, Air, Forge, Fernbook 13, Fernbook 15, Lumenslate',
        'Lumenslate, Fernbook 13, Fernbook 15, Air, Forge, Grindstone',
      ],
      keyboard: [
        'Air, Lumenslate, Grindstone, Fernbook 13, Fernbook 15, Forge',
        'Fernbook 13, Fernbook 15, Forge, Air, Lumenslate, Grindstone',
      ],
      fan: [
        'Fernbook 15, Air, Forge, Fernbook 13, Lumenslate, Grindstone',
        'Fernbook 13, Lumenslate, Grindstone, Fernbook 15, Air, Forge',
      ],
      noise: [
        'Fernbook 13, Fernbook 15, Air, Forge, Lumenslate, Grindstone',
        'Forge, Air, Fernbook 15, Fernbook 13, Lumenslate, Grindstone',
      ],
      warranty: [
        'Air, Grindstone, Fernbook 13, Fernbook 15, Lumenslate, Forge',
        'Forge, Fernbook 13, Fernbook 15, Lumenslate, Air, Grindstone',
      ],
      released: [
        'Air, Lumenslate, Fernbook 13, Fernbook 15, Forge, Grindstone',
        'Forge, Fernbook 13, Fernbook 15, Lumenslate, Air, Grindstone',
      ],
    },
  },
};

const demo = async (name: string): Promise<string> =>
  (await fetch(new URL(`../../demo/data/${name}.json`, import.meta.url))).text();

for (const [name, { products, mixed, columns }] of Object.entries(documents)) {
  describe(`the comparison of ${name}`, () => {
    const labels = products.split(', ');
    let comparison: Comparison;
    let errors: readonly string[];

    before(async () => {
      const result = readComparison(name === 'leaky-gut' ? leakyGut : await demo(name));
      errors = result.diagnostics.flatMap(({ severity, path }) => (severity === 'error' ? [path] : []));
      comparison = result.comparison as Comparison;
    });

    /** The labels of the products in the order that `sort` puts them. */
    const order = (sort: string): string =>
      orderProducts(comparison, scoreProducts(comparison), parseSort(sort))
        .map((product) => labels.find((label) => product.name.includes(label)))
        .join(', ');

    it('reads without an error', () => {
      expect(errors).to.deep.equal([]);
      expect(order('')).to.equal(products);
    });

    it(`says of ${mixed.join(' and ') || 'no column'} that the units differ`, () => {
      const found = comparison.columns.filter((column) => column.mixed && column.id in columns);
      expect(found.map(({ id }) => id)).to.deep.equal(mixed);
    });

    for (const [column, [ascending, descending]] of Object.entries(columns)) {
      it(`sorted by “${column}” stands in the order ${ascending}`, () => expect(order(column)).to.equal(ascending));
      it(`sorted by “-${column}” stands in the order ${descending}`, () => {
        expect(order(`-${column}`)).to.equal(descending);
      });
    }
  });
}
