/** Names and phrases. All companies and people are made up. */

export const companyWords: readonly string[] =
  `Albers Ahrens Altmark Amber Anker Arken Aster Auerbach Balkon Bergmann Birken Blaufeld Bogen Brandt
  Brücke Carlsen Castor Clavis Corvin Dachs Deich Delbrück Dorn Eberle Echo Eichen Elster Erlen Falk Feldmann Fink Förde Gallen
  Gerber Glanz Greif Grünau Habicht Hafen Hansen Heide Helmer Hollen Igel Immer Insel Isar Jäger Jansen Kander Kastell Kiefer Klee
  Komet Kranich Krüger Lamberg Laube Linden Lotsen Luchs Marsch Mertens Mistral Mohn Möwen Nebel Nordlicht Ostler Otter Palmen
  Pfeil Quell Rabe Regen Rosen Sander Seeberg Specht Sperling Staffel Sturm
  Talheim Tannen Taube Thiele Ulmen Varel Vogel Wacholder Wagner Walden Weiher Werder Wiesel Winter Wolke Zander Zimt Zirbel Zobel`.split(
    /\s+/,
  );

export const trades: readonly string[] = [
  ...['Logistics', 'Dental', 'Software', 'Brewery', 'Architects', 'Foods', 'Insurance', 'Legal', 'Optics', 'Robotics'],
  ...['Shipping', 'Media', 'Energy', 'Textiles', 'Pharma', 'Consulting', 'Printing', 'Travel', 'Motors', 'Analytics'],
  ...[
    'Schools',
    'Clinics',
    'Studios',
    'Ventures',
    'Systems',
    'Packaging',
    'Instruments',
    'Bakery',
    'Hotels',
    'Capital',
  ],
  ...['Labs', 'Gardens', 'Metalworks', 'Telecom', 'Aviation', 'Cosmetics', 'Films', 'Sports', 'Security', 'Interiors'],
];

export const segments: readonly (readonly [string, number])[] = [
  ['Small business', 5],
  ['Mid-market', 4],
  ['Enterprise', 1],
];

export const firstNames: readonly string[] =
  'Katrin Stefan Ines Oliver Petra Nils Amelie Georg Hanna Felix Ulrike Matteo Julia Kai Renate Simon Greta Dirk Nora Lukas'.split(
    ' ',
  );
export const lastNames: readonly string[] =
  'Möller Krause Steiner Vogt Gruber Peters Hartwig Lenz Bauer Ritter Sommer Huber Engel Schuster Moser Franke'.split(
    ' ',
  );

export const inboundSources: readonly (readonly [string, number])[] = [
  ['website', 6],
  ['webinar', 2],
  ['trade fair', 2],
  ['referral', 3],
  ['newsletter', 1],
];
export const outboundSources: readonly (readonly [string, number])[] = [
  ['cold call', 5],
  ['LinkedIn', 3],
  ['referral', 1],
];
export const campaigns: Readonly<Record<string, readonly string[]>> = {
  website: ['Healthy Office', 'Search ads'],
  webinar: ['Hybrid Work Webinar', 'Acoustics Webinar'],
  'trade fair': ['Orgatec', 'Office Days Vienna'],
  newsletter: ['Healthy Office'],
};

export const competitors: readonly string[] = ['Oakline', 'Deskly', 'Kontor Plus'];
export const lossReasons: readonly (readonly [string, number])[] = [
  ['price', 4],
  ['competitor', 3],
  ['timing', 3],
  ['no budget', 2],
  ['no decision', 2],
];
export const channels: readonly (readonly [string, number])[] = [
  ['direct', 7],
  ['partner', 2],
  ['showroom', 1],
];
export const places: readonly (readonly [string, number])[] = [
  ['video call', 5],
  ['at the customer', 3],
  ['showroom', 2],
];

export const callNotes: readonly string[] = [
  'Moving to a new floor in spring, wants to see samples',
  'Asked for a quote with assembly included',
  'Budget is decided next quarter',
  'Comparing us with one other supplier',
  'Happy with the chairs, thinks about more desks',
  'Facility manager decides, gave me the number',
  'Call back after the board meeting',
  'Liked the care plan, price is fine',
];
export const meetingNotes: readonly string[] = [
  'Walked through the floor plan together',
  'Tried the Aria Chair Pro, works council was there',
  'Went through the offer line by line',
  'Wants two more desks in the first delivery',
  'Asked about delivery times and the old furniture',
];
export const nextSteps: readonly string[] = [
  'Send the updated quote',
  'Call about the sample chair',
  'Book a visit to the showroom',
  'Send the floor plan draft',
  'Agree on the delivery date',
  'Introduce them to the fitting team',
];
