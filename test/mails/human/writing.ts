/** Data in every writing: translated labels, digits, order of names, charsets that lie. */

import type { HumanMail } from '../expected.ts';

export const WRITING: readonly HumanMail[] = [
  // labels
  {
    file: 'the-bat-translated-labels-ru',
    teaches:
      'The Bat! quotes with the initial of the author ("T> "); Russian labels in windows-1251.',
    envelopeFrom: 'admin@tci.example', to: 'tld-ops-join+ghn69cy7419mst9q7cxcxek3aw@lists.example',
    client: 'The Bat! 11', language: 'ru', charset: 'windows-1251',
    says: ['Основной контакт', 'k.schukina@tci.example'],
    quotes: ['A person answers', 'С уважением'],
    cctlds: ['xi'], consent: 'none',
    contacts: [
      { firstName: 'Аркадий', lastName: 'Соболев', address: 'a.sobolev@tci.example', phones: ['+74951234567'], primary: true },
      { firstName: 'Ксения', lastName: 'Щукина', address: 'k.schukina@tci.example', phones: ['+79123456789'], primary: false },
    ],
  },
  {
    file: 'mail-ru-phone-client-labels-ru',
    teaches:
      'Family name, given name and patronymic in one line, as Russian forms have it ("ФИО").',
    envelopeFrom: 'dns.xj@mail.example',
    client: 'Mail.ru (mobile)', language: 'ru', charset: 'utf-8',
    says: ['ФИО: Ким Виктор'],
    quotes: ['Отправлено из мобильной'],
    cctlds: ['xj'], consent: 'none',
    contacts: [
      { firstName: 'Айгуль Маратовна', lastName: 'Сейткали', address: 'a.seitkali@nic.xj', phones: ['+77012345678'], primary: true },
      { firstName: 'Виктор Андреевич', lastName: 'Ким', address: 'v.kim@nic.xj', phones: ['+77012345679'] },
    ],
  },
  {
    file: 'qq-mail-fullwidth-colons-zh',
    teaches:
      'Full-width colons, digits, plus and at sign from a Chinese input method; an extension after 转.',
    envelopeFrom: 'zhangwei.xk@qq.example', to: 'tld-ops-join+mhnn41bkzphhqwfd4mf6mbw8jm@lists.example',
    client: 'QQ Mail', language: 'zh', charset: 'gb18030',
    says: ['主要联系人', 'zhuge.mingzhu@nic.xk'],
    quotes: ['原始邮件', 'A person answers'],
    cctlds: ['xk'], consent: 'none',
    contacts: [
      { firstName: '伟', lastName: '张', address: 'zhang.wei@nic.xk', phones: ['+8613900138000'], primary: true },
      { firstName: '明珠', lastName: '诸葛', address: 'zhuge.mingzhu@nic.xk', phones: ['+861065529988;ext=801'], primary: false },
    ],
  },
  {
    file: 'outlook-express-big5-zh-tw',
    teaches:
      'Big5, with characters whose second byte is a backslash (許功蓋), from Outlook Express.',
    envelopeFrom: 'meiling@twreg.example',
    client: 'Outlook Express 6', language: 'zh', charset: 'big5',
    says: ['聯絡人如下', '許功蓋'],
    quotes: [],
    cctlds: ['xl'], consent: 'none',
    contacts: [
      { firstName: '美玲', lastName: '林', address: 'meiling.lin@twreg.example', phones: ['+886912345678'], primary: true },
      { firstName: '功蓋', lastName: '許', address: 'kung.hsu@twreg.example', phones: ['+886223456789'] },
    ],
  },
  {
    file: 'becky-iso-2022-jp-ja',
    teaches:
      'Japanese in ISO-2022-JP: escape sequences in seven bits, headings with ■, family name first with a blank.',
    envelopeFrom: 'admin@dotxm.example', to: 'tld-ops-join+6yhc9382n68h6r1eyfv2fcbb9y@lists.example',
    client: 'Becky! 2', language: 'ja', charset: 'iso-2022-jp',
    says: ['連絡先をお送りします', 'hanako.sato@dotxm.example'],
    quotes: ['A person answers'],
    cctlds: ['xm'], consent: 'none',
    contacts: [
      { firstName: '太郎', lastName: '山田', address: 'taro.yamada@dotxm.example', phones: ['+81312345678'], primary: true },
      { firstName: '花子', lastName: '佐藤', address: 'hanako.sato@dotxm.example', phones: ['+819012345678'], primary: false },
    ],
  },
  {
    file: 'shuriken-shift-jis-ja',
    teaches:
      'Shift_JIS with half-width kana, ideographic spaces and a letter whose second byte is a backslash; Auto-Submitted: no says that a person wrote it.',
    envelopeFrom: 'takahashi@kokudomain.example',
    client: 'Shuriken 2018', language: 'ja', charset: 'shift_jis',
    says: ['担当者は次のとおりです'],
    quotes: ['+81-3-1234-5600'],
    cctlds: ['xn'], consent: 'none',
    contacts: [
      { firstName: '誠', lastName: '高橋', address: 'makoto.takahashi@kokudomain.example', phones: ['+81312345670'], primary: true },
      { firstName: 'ソノ', lastName: '能登', address: 'sono.noto@kokudomain.example', phones: ['+81312345671'] },
    ],
  },
  {
    file: 'outlook-ks-c-5601-ko',
    teaches:
      "Microsoft's name for EUC-KR, and label, value, slash all in one line per person.",
    envelopeFrom: 'jihun.park@kisa-xo.example',
    client: 'Outlook 2013', language: 'ko', charset: 'ks_c_5601-1987',
    says: ['등록을 요청드립니다'],
    quotes: [],
    cctlds: ['xo'], consent: 'none',
    contacts: [
      { firstName: '지훈', lastName: '박', address: 'jihun.park@kisa-xo.example', phones: ['+8223123456'], primary: true },
      { firstName: '유나', lastName: '최', address: 'yuna.choi@kisa-xo.example', phones: ['+8223123457'], primary: false },
    ],
  },
  {
    file: 'samsung-mail-arabic-indic-digits-ar',
    teaches:
      "Arabic-Indic digits in the telephone numbers, once with + and once with 00; Samsung's dashes before the original.",
    envelopeFrom: 'admin@nic.xp', to: 'tld-ops-join+mzxnhbaz030bjb39pdnvaj3asw@lists.example',
    client: 'Samsung Email', language: 'ar', charset: 'utf-8',
    says: ['جهة الاتصال الأساسية', 'mariam.kaabi@nic.xp'],
    quotes: ['تم الإرسال من هاتف', 'A person answers'],
    cctlds: ['xp'], consent: 'none',
    contacts: [
      { firstName: 'سالم', lastName: 'المنصوري', address: 'salem.mansoori@nic.xp', phones: ['+971501234567'], primary: true },
      { firstName: 'مريم', lastName: 'الكعبي', address: 'mariam.kaabi@nic.xp', phones: ['+971501234568'], primary: false },
    ],
  },
  {
    file: 'sogo-persian-digits-fa',
    teaches:
      'Persian labels and Persian digits (another block than the Arabic ones), a zero width non-joiner inside a name.',
    envelopeFrom: 'domreg@ipm-xq.example',
    client: 'SOGo 5', language: 'fa', charset: 'utf-8',
    says: ['مخاطب جایگزین'],
    quotes: [],
    cctlds: ['xq'], consent: 'none',
    contacts: [
      { firstName: 'شیرین', lastName: 'کاظمی', address: 'shirin.kazemi@ipm-xq.example', phones: ['+989123456789'], primary: true },
      { firstName: 'بهرام', lastName: 'یگانه\u200cفر', address: 'bahram.yeganehfar@ipm-xq.example', phones: ['+982123456789'], primary: false },
    ],
  },
  {
    file: 'groupwise-family-name-in-capitals-hu',
    teaches:
      'Family name first and in capitals, as Hungarians write it; GroupWise marks the original only by one line with ">>>".',
    envelopeFrom: 'admin@nic.xr', to: 'tld-ops-join+b4j1xrq8q19r0bg5wz4rhpfkrp@lists.example',
    client: 'GroupWise 18', language: 'hu', charset: 'iso-8859-2',
    says: ['biztonsági kapcsolattartói', 'szoke.gyozo@nic.xr'],
    quotes: ['A person answers', 'This is a reminder'],
    cctlds: ['xr'], consent: 'none',
    contacts: [
      { firstName: 'Eszter', lastName: 'NAGY', address: 'nagy.eszter@nic.xr', phones: ['+36201234567'], primary: true },
      { firstName: 'Győző', lastName: 'SZŐKE', address: 'szoke.gyozo@nic.xr', phones: ['+3612345678'] },
    ],
  },
  {
    file: 'gmail-mobile-family-name-first-vi',
    teaches:
      "Vietnamese names: family name, middle names, given name; Gmail's Vietnamese attribution breaks over two lines.",
    envelopeFrom: 'admin@nic.xs', to: 'tld-ops-join+2r7yggazazn1d8bhg3fxnkh8h9@lists.example',
    client: 'Gmail (Android)', language: 'vi', charset: 'utf-8',
    says: ['Họ và tên: Trần Văn Đức'],
    quotes: ['A person answers'],
    cctlds: [], consent: 'none',
    contacts: [
      { firstName: 'Thị Minh Khai', lastName: 'Nguyễn', address: 'khai.nguyen@nic.xs', phones: ['+84912345678'], primary: true },
      { firstName: 'Văn Đức', lastName: 'Trần', address: 'duc.tran@nic.xs', phones: ['+84912345679'] },
    ],
  },
  // new-thread
  {
    file: 'protonmail-new-thread-translated-subject-id',
    teaches:
      'A new thread without token, its subject in the sender\'s language, labels in Indonesian, an extension after "pesawat".',
    envelopeFrom: 'sekretariat@pandi-xt.example',
    client: 'Proton Mail', language: 'id', charset: 'utf-8',
    says: ['Bersama ini kami sampaikan'],
    quotes: [],
    cctlds: ['xt'], consent: 'none',
    contacts: [
      { firstName: 'Dewi', lastName: 'Kusumawardani', address: 'dewi.kusumawardani@pandi-xt.example', phones: ['+62812345678'], primary: true },
      { firstName: 'Agus', lastName: 'Prasetyo', address: 'agus.prasetyo@pandi-xt.example', phones: ['+62215550123;ext=12'] },
    ],
  },
  {
    file: 'thunderbird-new-thread-instead-of-reply-uk',
    teaches:
      'Somebody answers from his own mailbox in a new thread, with our subject translated; format=flowed breaks the lines inside the telephone numbers.',
    envelopeFrom: 'd.kovalenko@hostmaster-xu.example',
    client: 'Thunderbird 115', language: 'uk', charset: 'utf-8',
    says: ['відповідаю зі своєї'],
    quotes: ['Хостмайстер XU', '+380 44 123 4500'],
    cctlds: ['xu'], consent: 'none',
    contacts: [
      { firstName: 'Данило', lastName: 'Коваленко', address: 'd.kovalenko@hostmaster-xu.example', phones: ['+380501234568'], primary: true },
      { firstName: 'Соломія', lastName: 'Ґжицька', address: 's.gzhytska@hostmaster-xu.example', phones: ['+380501234569'] },
    ],
  },
  // charsets
  {
    file: 'roundcube-us-ascii-declared-utf8-inside-fr',
    teaches:
      'Declared as us-ascii, and UTF-8 inside; the encoded words of From are cut in the middle of a character.',
    envelopeFrom: 'zoe.helias@nic-xo.example',
    client: 'Roundcube 0.9', language: 'fr', charset: 'us-ascii',
    says: ['Voilà les contacts du .xo', 'Théophile'],
    quotes: [],
    cctlds: ['xo'], consent: 'none',
    contacts: [
      { firstName: 'Zoé', lastName: 'Hélias', address: 'zoe.helias@nic-xo.example', phones: ['+33639989001'] },
      { firstName: 'Théophile', lastName: "L'Hôte", address: 'theophile.lhote@nic-xo.example', phones: ['+33639989002'] },
    ],
  },
  {
    file: 'mailx-no-mime-at-all-8-bit-latin1-de',
    teaches:
      'No MIME field at all and eight-bit Latin-1; From in the old form with a comment.',
    envelopeFrom: 'root@nic.xp',
    client: 'Heirloom mailx', language: 'de', charset: 'none',
    says: ['Kontakte für .xp', 'Grüße, Jörn'],
    quotes: [],
    cctlds: ['xp'], consent: 'none',
    contacts: [
      { firstName: 'Jörn', lastName: 'Möller', address: 'joern.moeller@nic.xp', phones: ['+493023125701'], primary: true },
      { firstName: 'Käthe', lastName: 'Süß', address: 'kaethe.suess@nic.xp', phones: ['+493023125702'] },
    ],
  },
  {
    file: 'openwebmail-no-charset-declared-utf8-uk',
    teaches:
      'UTF-8 without any charset in body and subject; "ПІБ" puts the family name first.',
    envelopeFrom: 'admin@nic.xu',
    client: 'Openwebmail', language: 'uk', charset: 'none',
    says: ['Доброго дня'],
    quotes: [],
    cctlds: ['xu'], consent: 'none',
    contacts: [
      { firstName: 'Данило', lastName: 'Коваленко', address: 'd.kovalenko@nic.xu', phones: ['+380501234568'], primary: true },
      { firstName: 'Соломія', lastName: 'Ґжицька', address: 's.gzhytska@nic.xu', phones: ['+380501234569'] },
    ],
  },
];
