/** Phrases that tell what a sentence asks for, by kind; compared without case, at the start of words. */

// Seven letters and more are stems as well: "désinscri" finds "désinscription". Shorter ones are words.
const STEM = 7;

function phrases(text: string): RegExp {
  const all = text
    .trim()
    .split(/\s*[,\n]\s*/)
    .filter((phrase) => phrase !== '')
    .map((phrase) => {
      const end = phrase.length < STEM && /\p{L}$/u.test(phrase) ? String.raw`(?!\p{L})` : '';
      return phrase.replace(/[.?*]/g, String.raw`\$&`).replaceAll(' ', String.raw`\s{1,3}`) + end;
    });
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${all.join('|')})`, 'iu');
}

// Chinese, Japanese and Arabic write words together or with prefixes: found anywhere.
function anywhere(text: string): RegExp {
  return new RegExp(
    text
      .trim()
      .split(/\s*[,\n]\s*/)
      .join('|'),
    'u',
  );
}

type Phrases = readonly [RegExp, RegExp];

/** Somebody is to go, or was there before. */
export const REMOVES: Phrases = [
  phrases(`
    remove, removed, removing, removal of, delete, deleted, unsubscribe, take off, take him off, take her off, take them off, drop him, drop her,
    drop them, no longer, not anymore, not any more, has left, have left, left the company, left us, is leaving, retired,
    has retired, former, formerly, ex-colleague, old contact, old contacts, old person, old people, previous contact,
    previous contacts, previously, outdated, instead of, in place of, obsolete, resigned
    supprimer, supprimez, supprimé, retirer, retirez, enlever, enlevez, désinscri, ne travaille plus, n'est plus, ne fait plus, ancien contact, anciens contacts,
    ancienne, a quitté, au lieu de, à la place de
    eliminar, eliminen, elimine, quitar, quiten, borrar, borren, dar de baja, den de baja, darse de baja, ya no, dejó de, antiguo contacto, anterior contacto, contacto anterior, en lugar de, en vez de
    remover, removam, remova, retirar, retirem, excluir, apagar, já não, não trabalha, deixou, antigo contato, antigo contacto, em vez de, no lugar de
    удалите, удалить, удалению, исключите, исключить, уберите, убрать, больше не, уволился, уволилась, бывш, прежний, старый контакт, вместо
    löschen, lösche, entfernen, entferne, abmelden, streichen, nicht mehr, ausgeschieden, ehemalig, früher, bisherige, alter kontakt, alten kontakt, anstelle, anstatt
    rimuovere, rimuovete, rimuovi, cancellare, cancellate, eliminare, non lavora più, non è più, ex contatto, vecchio contatto, al posto di, invece di
    verwijder, uitschrijven, niet meer, oud contact, vorige, in plaats van
    usuń, usunąć, prosimy usunąć, już nie, zamiast, poprzedni kontakt, były
    sil, çıkar, silin, çıkarın, artık, eski, yerine
    odebrat, odstraňte, odstranit, již není, už není, místo, видаліть, видалити, більше не, замість, ta bort, fjern, fjerne, poista, hapus, keluarkan, tidak lagi`),
  anywhere(
    `删除, 移除, 取消订阅, 退订, 不再, 已离职, 离职, 前任, 代替, 替换掉, 刪除, 削除, 外して, 退職, 登録解除, 前任者, إزالة, حذف, احذف, إلغاء اشتراك, لم يعد, غادر, السابق, بدلا من, بدلاً من, 삭제, 퇴사, 제외`,
  ),
];

/** One person takes the place of another. */
export const REPLACES: Phrases = [
  phrases(`
    replaces, replace, replacing, replaced by, replacement, takes over from, take over from, successor, succeeds, instead of, in place of, substitute
    remplace, remplacer, remplacez, remplacé par, à la place de, au lieu de, successeur, reemplazar, reemplace, reemplacen, sustituir, sustituya, sustituye, en lugar de, en vez de
    substituir, substitua, substituam, no lugar de, em vez de, замените, заменить, замена, заменяет, вместо, ersetze, ersetzt, ersatz für, nachfolger, anstelle, statt
    sostituire, sostituite, sostituisce, al posto di, vervang, vervangt, in plaats van, zastąp, zamiast, yerine, değiştir, nahraďte, nahradit, místo, замінити, замість, ersätt, erstatt, korvaa, ganti`),
  anywhere(
    `替换, 更换, 代替, 接替, 替換, 変更して, 交代, 後任, 代わり, استبدال, استبدل, بدلا من, بدلاً من, 교체, 대신`,
  ),
];

/** Somebody is to come. */
export const ADDS: Phrases = [
  phrases(`
    add, adding, subscribe, register, enrol, include, sign up, join, our contacts, our new contact, new contact, new contacts, the contacts are, by, with, use
    dar de alta, den de alta, ajouter, ajoutez, inscrire, inscrivez, nos contacts, nouveau contact, nouveaux contacts, agregar, agregue, agreguen, añadir, añada, incluir, incluya, inscribir, nuestros contactos, nuevo contacto, nuevos contactos
    adicionar, adicione, adicionem, inclua, incluam, inscrever, nossos contatos, novo contato, novos contatos, добавьте, добавить, включите, внесите, наши контакты, новый контакт, новые контакты
    hinzufügen, fügen sie, aufnehmen, eintragen, neuer kontakt, neue kontakte, neuen kontakt, unsere kontakte, aggiungere, aggiungete, aggiungi, nuovo contatto, nuovi contatti, toevoegen, voeg, nieuwe contact, dodaj, dodać, nowy kontakt, ekle, yeni, přidejte, přidat, додайте, lägg till, tilføj, lisää, tambahkan`),
  anywhere(`添加, 加入, 新联系人, 增加, 追加, 登録, 新しい, إضافة, أضف, اضافة, 추가, 등록`),
];

/** The sender speaks of themselves, or of whom else to ask: such people are no contacts. */
export const NOT_OURS: Phrases = [
  phrases(`
    i am, i'm, my name is, this is, i write, i work, on behalf of, please contact, kindly contact, please ask, please write to, contact me, reach me, get in touch, reach out, write to me, call me,
    you can contact, you may contact, you should contact, questions to, any questions, if you have questions, for questions, was sent by, discussed, spoke with, spoke to, talked to, talked with, agreed with, approved by, confirmed by, informed by, asked by, asked me, told me, according to, our manager, my manager, my boss, billing, wrote, forwarded to, forwarded by, sent from, reply to me, in cc, in copy, cc'd, copied in
    admin contact is, administrative contact is, as you know, already known, already on the list, already subscribed, already a member, for help, for assistance, for support, for more information,
    for further information, could not be delivered, send your, send the invoice, send invoices, invoice to, apply to, your cv, your resume, we are hiring, thanks to, thank you to, invited by, organizer, organiser,
    contact administratif est, comme vous le savez, merci à, grâce à, pour plus d'informations, contacto administrativo es, como saben, gracias a, para más información, contato administrativo é, graças a, para mais informações,
    административный контакт, как вы знаете, благодаря, за справками, admin-c ist, wie sie wissen, dank an, für weitere informationen, für rückfragen, bei fragen, rückfragen an, grazie a, per informazioni, voor vragen, w razie pytań, sorularınız için,
    in my absence, out of office, out of the office, on leave, en mon absence, en mi ausencia, na minha ausência, в моё отсутствие, в мое отсутствие, in meiner abwesenheit, in mia assenza, bij afwezigheid,
    je suis, je m'appelle, je soussigné, mon nom, veuillez contacter, contactez, adressez-vous, merci de contacter, en copie, soy, yo soy, me llamo, mi nombre es, póngase en contacto, pónganse en contacto, contacte, contacten, diríjase, en copia
    eu sou, sou o, sou a, chamo-me, meu nome é, entre em contato, contacte, contate, em cópia, ich bin, mein name ist, ich heiße, wenden sie sich, kontaktieren sie, bitte fragen sie, in kopie, меня зовут, я являюсь, обращайтесь, обратитесь, свяжитесь, в копии
    sono, mi chiamo, contattare, contattate, rivolgersi, in copia, ik ben, mijn naam is, neem contact op, jestem, nazywam się, proszę o kontakt, adım, iletişime geçin, jmenuji se, kontaktujte, мене звати, jag heter, jag är, jeg er, jeg heter, jeg hedder, saya, hubungi`),
  anywhere(
    `我是, 我叫, 请联系, 请咨询, 抄送, 私は, と申します, お問い合わせ, ご連絡ください, أنا, اسمي, يرجى الاتصال ب, الرجاء الاتصال ب, تواصلوا مع, نسخة, 저는, 문의`,
  ),
];

/** Not wanted, or somebody else decides. */
export const DECLINES: Phrases = [
  phrases(`
    not interested, no interest, no thank you, no thanks, we decline, do not wish, don't wish, do not want, don't want, not want to, not join, will not participate, not participate, stop writing, stop sending, do not contact us, do not add, don't add, not subscribe,
    wrong person, not responsible for, not the right person, please contact our, please contact the ministry, contact our ministry, contact the ministry, please ask our, please ask the, should be addressed to, need a letter, need an official letter, send an official letter, only answer official, not in a position, not allowed to, not permitted
    pas intéressé, ne souhaitons pas, ne souhaite pas, ne voulons pas, veuillez contacter notre, veuillez contacter le ministère, contactez notre, contactez le ministère, lettre officielle, n'ajoutez pas, ne pas ajouter
    no estamos interesados, no nos interesa, no interesa, no deseamos, no queremos, póngase en contacto con nuestro, contacte con nuestro, contacte al ministerio, carta oficial, no agregue
    não temos interesse, não estamos interessados, não desejamos, não queremos, contacte o ministério, contate o ministério, entre em contato com o ministério, carta oficial, não adicione
    не заинтересован, не интересует, не хотим, не желаем, обратитесь в министерство, обращайтесь в министерство, официальное письмо, отказываемся, не добавляйте
    kein interesse, nicht interessiert, möchten nicht, wollen nicht, wenden sie sich an unser, wenden sie sich an das ministerium, nicht zuständig, offizielles schreiben, nicht hinzufügen
    non siamo interessati, non interessa, non desideriamo, contattare il ministero, lettera ufficiale, niet geïnteresseerd, geen interesse, geen belangstelling, nie jesteśmy zainteresowani, ilgilenmiyoruz, istemiyoruz, nemáme zájem, не зацікавлені, inte intresserade, ikke interessert, ikke interesseret, emme ole kiinnostuneita, tidak tertarik`),
  anywhere(
    `不感兴趣, 没有兴趣, 不需要, 不希望, 不想, 请联系我们的, 请联系主管, 不参加, 公函, 興味はありません, 興味がありません, 希望しません, 不要です, お断り, 辞退, لا نرغب, غير مهتم, لسنا مهتمين, لا نريد, خطاب رسمي, 관심이 없, 원하지 않`,
  ),
];

/** A question, besides the question mark. */
export const ASKS: Phrases = [
  phrases(`
    who are you, is this phishing, is this spam, is this real, is this legitimate, is this genuine, what is this, what will you do with, what happens with, how do you, how will you, how can we, can you explain, could you explain, please explain, please clarify, why do you, gdpr, is it mandatory, is there a fee
    qui êtes-vous, est-ce du phishing, hameçonnage, c'est quoi, rgpd, pouvez-vous, pourquoi, quién es, quiénes son, es esto, qué harán, qué es esto, por qué, rgpd, podrían explicar, quem são, o que é isto, é phishing, lgpd, por que, por quê
    кто вы, что это, это фишинг, зачем, почему, как вы, wer sind sie, ist das phishing, was ist das, was machen sie mit, warum, wozu, dsgvo, können sie erklären, chi siete, che cos'è, perché, wie bent u, is dit phishing, waarom, kim jesteście, co to jest, dlaczego, siz kimsiniz, kvkk, neden, kdo jste, хто ви`),
  anywhere(
    `你们是谁, 您是谁, 这是什么, 是否是钓鱼, 钓鱼邮件, 为什么, どなた, 何ですか, フィッシング, なぜ, من أنتم, من انتم, ما هذا, هل هذا, لماذا, تصيد, 누구, 피싱`,
  ),
];

/** An earlier mail is put right. */
export const CORRECTS: Phrases = [
  phrases(`
    correction, corrected, corrigendum, use this instead, use these instead, ignore my previous, ignore my last, ignore the previous, disregard my, disregard the previous, my mistake, there was a mistake, there was an error, there was a typo, wrong number, wrong address, new number, new phone, has changed, has a new
    rectification, rectificatif, erreur dans, mon message précédent, corrección, rectificación, error en, mi mensaje anterior, nuevo número, correção, correcção, erro no, mensagem anterior, novo número, исправление, ошибка, ошибся, предыдущее письмо, новый номер, korrektur, berichtigung, fehler in, vorherige mail, neue nummer, correzione, errore nel, nuovo numero, correctie, nieuw nummer, korekta, pomyłka, düzeltme, yeni numara, oprava, виправлення, rättelse, rettelse, korjaus, ralat`),
  anywhere(
    `更正, 勘误, 有误, 新号码, 訂正, 修正, 誤り, 間違, تصحيح, خطأ, الرقم الجديد, 정정, 수정`,
  ),
];

/** The contacts are in Cc. */
export const IN_CC: Phrases = [
  phrases(`
    in cc are, in cc:, people in cc, persons in cc, colleagues in cc, contacts in cc, those in cc, everyone in cc, contacts are in cc, contacts are in copy, people in copy, persons in copy, colleagues in copy, contacts are copied, are copied here, people copied, colleagues copied, copied on this, copied in this, cc'd people, the cc'd, both in cc, who are in cc, i have copied, are in cc, are in copy
    personnes en copie, contacts en copie, collègues en copie, sont en copie, personas en copia, contactos en copia, colegas en copia, están en copia, pessoas em cópia, contatos em cópia, contactos em cópia, colegas em cópia, estão em cópia
    люди в копии, контакты в копии, коллеги в копии, указаны в копии, стоят в копии, находятся в копии, personen in kopie, kontakte in kopie, kollegen in kopie, personen im cc, kollegen im cc, kontakte im cc, in kopie sind, stehen in kopie, sono in copia, persone in copia, contatti in copia, colleghi in copia, staan in cc, personen in cc, osoby w kopii, są w kopii, bilgideki kişiler, jsou v kopii`),
  anywhere(
    `抄送的, 抄送人, 抄送中, CCの, CCに入れ, الموجودون في النسخة, في نسخة, المضافون في النسخة, 참조에`,
  ),
];

/** Whether one of the phrases stands in the text, of which the first 400 characters are looked at. */
export function says(kind: Phrases, text: string): boolean {
  const part = text.slice(0, 400);
  return kind[0].test(part) || kind[1].test(part);
}
