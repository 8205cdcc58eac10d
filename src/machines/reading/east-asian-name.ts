/** Chinese, Korean and Japanese names in their own script, where the family name comes first. */

const EAST_ASIAN =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}・々〆ー]+$/u;
const HAN = /^\p{Script=Han}+$/u;
const HANGUL = /^\p{Script=Hangul}+$/u;

// Family names of two characters.
const COMPOUND = new Set(
  `欧阳 歐陽 诸葛 諸葛 司马 司馬 上官 司徒 夏侯 尉迟 尉遲 公孙 公孫 长孙 長孫 慕容 宇文 令狐 皇甫 轩辕 軒轅 端木
   东方 東方 南宫 南宮 独孤 獨孤 百里 呼延 闻人 聞人 司空 澹台 拓跋 完颜 完顏 纳兰 納蘭 西门 西門 申屠 淳于 鮮于 钟离 鍾離
   제갈 황보 선우 남궁 사공 서문 독고 동방`.split(/\s+/),
);

// Family names of one character that nearly all Chinese and Korean people have.
const SINGLE = new Set(
  `王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾萧蕭肖田董袁潘于蒋蔣
   蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾鐘谭譚陆陸汪范金石廖贾賈夏韦韋付傅方白邹鄒孟熊秦邱丘江尹薛闫閆阎閻段雷侯龙龍
   史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯常温溫康施文牛樊葛邢安齐齊易乔喬伍庞龐颜顏倪庄莊聂聶章鲁魯岳翟殷詹
   申欧歐耿关關兰蘭焦俞左柳甘祝包宁寧尚符舒阮柯纪紀梅童凌毕畢单單季裴霍涂成苗谷盛曲翁冉骆駱蓝藍路游辛靳管柴蒙鲍鮑华華喻祁
   朴权權慎郭陳池晉玉嚴元蔡千方孔玄咸卞廉呂秋都魯慎吉延表明奇王潘`.replace(/\s+/g, ''),
);

/**
 * The two parts of such a name, given as its words. Without a blank the parts of a Chinese or Korean name
 * are told by the family name; a Japanese one, or one we do not know, stays whole as the last name.
 * Undefined for a name in any other script.
 */
export function splitEastAsian(
  words: readonly string[],
  japanese: boolean,
): { readonly firstName?: string; readonly lastName: string } | undefined {
  if (words.length === 0 || !words.every((word) => EAST_ASIAN.test(word))) return undefined;
  const [family = '', ...given] = words;
  if (given.length > 0) return { firstName: given.join(' '), lastName: family };
  const size = familySize(family, japanese);
  if (size === 0) return { lastName: family };
  return { firstName: family.slice(size), lastName: family.slice(0, size) };
}

function familySize(name: string, japanese: boolean): number {
  if (name.length > 4 || name.length < 2) return 0;
  const compound = name.length > 2 && COMPOUND.has(name.slice(0, 2));
  if (HANGUL.test(name)) return compound ? 2 : name.length <= 3 ? 1 : 0;
  if (japanese || !HAN.test(name)) return 0;
  if (compound) return 2;
  return name.length <= 3 && SINGLE.has(name.charAt(0)) ? 1 : 0;
}
