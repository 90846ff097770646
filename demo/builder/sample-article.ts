/** An article to try the builder with: invented kettles, two of whose headlines contradict their scores. */
export const sampleArticle = `# Electric Kettles 2026: Four Boiled Side by Side

We boiled a litre in each of these kettles, forty times over. By Ines Marlow.

Last updated: 14 March 2026

Disclosure: Some links on this page earn us a commission; it changes no score.

## How we score

- Speed (30%): minutes from 15 °C to the boil.
- Pouring (25%): drips, balance, reach of the spout.
- Noise (20%): measured a metre away.
- Build (25%): hinges, seals, lid, cord.

## The picks

### 1. Heron 17 — Best overall

Fast, quiet for its power, and it pours where you aim.

Score: 8.7/10

- Speed (30%): 9/10
- Pouring (25%): 9/10
- Noise (20%): 7.5/10
- Build (25%): 8.5/10

Pros:

- Boils a litre in under three minutes
- Handle stays cool

Cons:

- Lid needs both hands

### 2. Bittern Mini — Best for small kitchens

Holds just enough for two mugs, and asks for no more room than one.

Score: 8.1/10

- Speed (30%): 8/10
- Pouring (25%): 8.5/10
- Noise (20%): 9/10
- Build (25%): 7/10

Pros:

- Hardly heard across the room
- Cord winds up below it

Cons:

- Half a litre and no more

### 3. Plover Steel — Best build

Heavy, handsome and made to be repaired.

Score: 7.9/10

- Speed (30%): 7/10
- Pouring (25%): 8/10
- Noise (20%): 7/10
- Build (25%): 9.5/10

Pros:

- Every part can be ordered
- Ten-year warranty

Cons:

- Slow to start
- Weighs as much as it looks

### 4. Dunlin Basic — Best price

Does what a kettle does, loudly.

Score: 6.4/10

- Speed (30%): 7.5/10
- Pouring (25%): 6/10
- Noise (20%): 4.5/10
- Build (25%): 6/10

Pros:

- The cheapest of the four

Cons:

- Rattles before the boil
- Drips

## All four at a glance

| Kettle | Price | Capacity | Power | Weight | Keeps warm | Best for |
|---|---|---|---|---|---|---|
| Heron 17 | $64 | 1.7 l | 3000 W | 1.1 kg | ✓ | Most kitchens |
| Bittern Mini | $39.50 | 500 ml | 1800 W | 720 g | ✗ | One or two mugs |
| Plover Steel | $129 | 1.5 l | 2200 W | 1.9 kg | ✓ | Keeping for years |
| Dunlin Basic | $19 | 1.7 l | 2400 W | 0.9 kg | ✗ | Tight budgets |
`;
