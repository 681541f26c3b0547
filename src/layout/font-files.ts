/** Where fonts are found: names by which a font belongs to a slot, the system's folders, the free defaults. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { extname, join } from 'node:path';
import type { FontSlot } from '../case/types.ts';
import type { FontFile } from './program.ts';

export const fontSlots: readonly FontSlot[] = ['小标宋', '仿宋', '楷体', '黑体', '宋体'];

/** Font and file names of each slot, Windows', macOS', Debian's and the foundries'. */
export const slotNames: Readonly<Record<FontSlot, RegExp>> = {
  小标宋: /小标宋|FZXBS|XiaoBiaoSong/i,
  仿宋: /仿宋|FangSong|simfang|FandolFang/i,
  楷体: /楷体|KaiTi|simkai|Kai(?:SC|GB)|gkai00mp|FandolKai|文楷|WenKai/i,
  黑体: /黑体|SimHei|STHeiti|HeitiSC|FandolHei|NotoSans(?:CJK)?SC|SourceHanSans/i,
  宋体: /(?<!小标|仿|华文中)宋体|SimSun|STSong|SongtiSC|FandolSong|NotoSerif(?:CJK)?SC|SourceHanSerif/i,
};

/** Files of the operating systems, by slot; in a collection the member is chosen by name. */
const systemNames: Readonly<Record<FontSlot, readonly string[]>> = {
  小标宋: ['FZXBSJW.TTF', 'FZXBSJW--GB1-0.ttf', '方正小标宋简体.ttf', '方正小标宋简.TTF', '方正小标宋_GBK.TTF'],
  仿宋: [
    '仿宋_GB2312.ttf',
    'simfang_GB2312.ttf',
    'simfang.ttf',
    '华文仿宋.ttf',
    'STFangsong.ttf',
    'FandolFang-Regular.otf',
  ],
  楷体: ['楷体_GB2312.ttf', 'simkai_GB2312.ttf', 'simkai.ttf', 'Kaiti.ttc', '华文楷体.ttf', 'gkai00mp.ttf'],
  黑体: ['simhei.ttf', 'STHeiti Medium.ttc', '华文黑体.ttf'],
  宋体: ['simsun.ttc', 'simsun.ttf', 'Songti.ttc', '华文宋体.ttf'],
};

function systemFolders(): readonly string[] {
  const windows = process.env.SystemRoot;
  const local = process.env.LOCALAPPDATA;
  return [
    ...(windows ? [join(windows, 'Fonts')] : []),
    ...(local ? [join(local, 'Microsoft', 'Windows', 'Fonts')] : []),
    join(homedir(), 'Library', 'Fonts'),
    '/Library/Fonts',
    '/System/Library/Fonts',
    '/System/Library/Fonts/Supplemental',
    join(homedir(), '.local', 'share', 'fonts'),
    '/usr/local/share/fonts',
    '/usr/share/fonts',
    '/usr/share/fonts/truetype/arphic-gkai00mp',
    '/usr/share/texmf/fonts/opentype/public/fandol',
    '/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol',
  ];
}

/** The system's font of a slot, if it has one. */
export function systemFont(slot: FontSlot): FontFile | undefined {
  for (const folder of systemFolders()) {
    for (const name of systemNames[slot]) {
      const path = join(folder, name);
      if (existsSync(path)) return { path, matches: slotNames[slot] };
    }
  }
  return undefined;
}

interface DefaultFont {
  readonly module: string;
  /** Its name, for messages. */
  readonly name: string;
  /** Whether it is of another kind than the slot's. */
  readonly standIn: boolean;
}

/** The free fonts that come with the package; no free 仿宋 and no free 小标宋 come by npm. */
export const defaultFonts: Readonly<Record<FontSlot, DefaultFont>> = {
  小标宋: {
    module: '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
    name: '思源宋体 Bold',
    standIn: true,
  },
  仿宋: {
    module: '@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-300-normal.woff',
    name: '霞鹜文楷 Light',
    standIn: true,
  },
  // Named "latin", yet it holds the whole font.
  楷体: {
    module: '@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff',
    name: '霞鹜文楷',
    standIn: false,
  },
  黑体: {
    module: '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
    name: '思源黑体 Medium',
    standIn: false,
  },
  宋体: {
    module: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
    name: '思源宋体',
    standIn: false,
  },
};

export function defaultFont(slot: FontSlot): FontFile {
  return { path: createRequire(import.meta.url).resolve(defaultFonts[slot].module) };
}

const fontExtensions = new Set(['.ttf', '.otf', '.ttc', '.woff']);

/** The font files of a folder, by name; a file stands for itself. Throws when the path does not exist. */
export function fontFilesIn(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => fontExtensions.has(extname(name).toLowerCase()))
    .sort()
    .map((name) => join(path, name));
}
