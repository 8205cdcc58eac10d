/** Words that ask to add, replace or remove somebody of the list, or say that somebody left; by language. */

/**
 * What a word asks. `swap`: only with both people named ("change Alice to Bob"); `left`: a statement;
 * `keep`: somebody stays; `new`: somebody is described, and it is not said in whose place.
 */
export type AskKind =
  | 'new'
  | 'add'
  | 'replace'
  | 'swap'
  | 'remove'
  | 'left'
  | 'keep'
  | 'all'
  | 'none-left';

type Table = Readonly<Record<AskKind, string>>;

/** Languages that write blanks between words; a phrase is found between other letters only. */
const PHRASES: Table = {
  new: `
    new contact is, new contact will be, new ssc is, new contact person is, replacement contact is, nouveau contact est, nouvelle personne de contact est, nuevo contacto es, novo contato é, novo contacto é,
    новый контакт, новым контактом, جهة الاتصال الجديدة, neuer kontakt ist, neue kontaktperson ist, neuer ansprechpartner ist, nuovo contatto è, nieuwe contactpersoon is`,
  add: `
    add, adding, addition of, include, including, subscribe, subscribing, enrol, enroll, joins as, join as, joining as, to join, in addition,
    additional contact, additional ssc, is added, be added, to be added, joins the list, as third contact, as second contact, as a third contact, as a second contact,
    ajouter, ajoutez, ajoutons, inscrire, inscrivez, contact supplémentaire,
    agregar, agregue, agreguen, añadir, añada, añadan, incluir, incluya, incluyan, dar de alta, den de alta, contacto adicional,
    adicionar, adicione, adicionem, incluir, inclua, incluam, acrescentar, acrescentem, contato adicional, contacto adicional,
    добавьте, добавить, включите, включить, внесите, дополнительный контакт,
    أضيفوا, أضف, إضافة, اضافة, نرجو إضافة, يرجى إضافة,
    hinzufügen, fügen sie, aufnehmen, nehmen sie, eintragen, ergänzen, kommt hinzu, weiterer kontakt, zusätzlicher kontakt, zusätzlich,
    aggiungere, aggiungete, aggiungi, toevoegen, voeg`,
  replace: `
    replace, replaces, replacing, replacement of, replacement for, replaced by, replaced with, is replaced, be replaced, replaced, takes over from, take over from, took over from, taking over from,
    takes over for, has taken over from, will take over from, succeeds, succeeded, succeeded by, successor of, successor to, successor is, successor will be, replacement is, replacement will be, in place of, instead of, takes the place of, take the place of, substitute, substitutes, takes over, took over, has taken over,
    remplacer, remplacez, remplace, remplacé par, remplacée par, remplacé, remplacée, à la place de, à la place d', au lieu de, au lieu d', succède à, prend la place de, remplaçant est, remplaçante est, successeur est,
    reemplazar, reemplace, reemplacen, reemplaza, reemplaza a, reemplazado por, reemplazada por, sustituir, sustituya, sustituyan, sustituye, sustituye a, sustituido por, sustituida por, en lugar de, en vez de, sucesor es, sucesora es, reemplazo es,
    substituir, substitua, substituam, substitui, substituído por, substituída por, no lugar de, em lugar de, em vez de, ao invés de, sucessor é, sucessora é, substituto é, substituta é,
    замените, заменить, заменяет, заменит, сменил, сменила, сменяет, заменил, заменила, вместо, на место, преемник,
    استبدال, استبدلوا, استبدل, يحل محل, تحل محل, حل محل, حلت محل, بدلا من, بدلاً من,
    ersetzen, ersetze, ersetzt, ersetzen sie, ersetzt durch, statt, anstatt, anstelle von, anstelle, nachfolger von, nachfolgerin von, nachfolger ist, nachfolgerin ist, folgt auf, tritt an die stelle von, übernimmt von,
    sostituire, sostituite, sostituisce, al posto di, invece di, vervangen, vervang, vervangt, in plaats van`,
  swap: `
    change, switch, exchange, swap, changer, changez, cambiar, cambie, cambien, trocar, troquem, поменяйте, поменять, ändern, wechseln, tauschen`,
  remove: `
    remove, removing, removal of, be removed, delete, deleting, deletion of, be deleted, unsubscribe, unsubscribing, be unsubscribed, take off, take him off, take her off, take them off, strike, deregister,
    supprimer, supprimez, suppression de, retrait de, retirer, retirez, enlever, enlevez, désinscrire, désinscrivez, désabonner, désabonnez, radier,
    eliminar, eliminen, elimine, eliminarlo, eliminarla, elimínenlo, elimínenla, elimínelo, elimínela, bórrenlo, bórrenla, quítenlo, quítenla, retírenlo, retírenla, eliminación de, la baja de, quitar, quiten, quite a, borrar, borren, borre, dar de baja, den de baja, dé de baja, suprimir, supriman, retirar, retiren,
    remover, removam, remova, remoção de, exclusão de, remoção do, remoção da, retirem a, retirar, retirem, excluir, excluam, exclua, apagar, apaguem, eliminem,
    удалите, удалить, исключите, исключить, уберите, убрать, отпишите, отписать,
    إزالة, ازالة, أزيلوا, أزل, حذف, احذفوا, احذف, إلغاء اشتراك, شطب,
    löschen, lösche, löschen sie, löschung von, entfernen sie, von der liste nehmen, aus der liste nehmen, entfernen, entferne, entfernt werden, streichen, streichen sie, streiche, abmelden, austragen,
    rimuovere, rimuovete, rimuovi, cancellare, cancellate, verwijderen, verwijder`,
  left: `
    no longer works, no longer work, no longer working, no longer with us, no longer with, no longer employed, no longer part of, no longer our contact, no longer our, no longer a contact, no longer the contact, no longer here,
    no longer responsible, no longer in charge, no longer a member, no longer at, no longer on the team, no longer in our, has retired, have retired, retired, has resigned, have resigned, resigned, is leaving us,
    is leaving the company, is leaving our, are leaving us, passed away, has died, has moved on, has departed, former contact, former contacts, former colleague, ex-colleague, old contact, old contacts, previous contact, previous contacts, leaving contact, outgoing contact,
    a quitté, ont quitté, est parti, est partie, sont partis, ne travaille plus, ne travaillent plus, ne fait plus partie, n'est plus parmi nous, n'est plus employé, n'est plus employée, n'est plus notre contact, n'est plus chez nous, n'est plus en poste, n'est plus responsable, a démissionné, a pris sa retraite, ancien contact, ancienne contact, anciens contacts,
    ya no trabaja, ya no trabajan, ya no está con nosotros, ya no está, ya no forma parte, ya no es nuestro contacto, ya no es nuestra, ya no es responsable, dejó la empresa, dejó la organización, dejó de trabajar, ha dejado la, se ha ido, se fue, se jubiló, renunció, antiguo contacto, contacto anterior, contacto antiguo,
    já não trabalha, já não trabalham, não trabalha mais, já não está, não está mais, já não faz parte, não faz mais parte, deixou a empresa, deixou a organização, deixou de trabalhar, saiu da empresa, saiu da organização, aposentou-se, se aposentou, demitiu-se, antigo contato, contato anterior, antigo contacto,
    больше не работает, уже не работает, больше не является, больше не у нас, уволился, уволилась, покинул, покинула, ушёл из, ушел из, ушла из, ушёл на пенсию, ушла на пенсию, вышел на пенсию, вышла на пенсию, прежний контакт, старый контакт,
    غادر, غادرت, لم يعد يعمل, لم تعد تعمل, لم يعد معنا, لم تعد معنا, ترك العمل, تركت العمل, استقال, استقالت, تقاعد, تقاعدت,
    nicht mehr bei uns, arbeitet nicht mehr, nicht mehr für uns, nicht mehr tätig, nicht mehr da, nicht mehr unser, nicht mehr unsere, nicht mehr zuständig, nicht mehr im unternehmen, nicht mehr im haus, ausgeschieden, hat uns verlassen, hat das unternehmen verlassen, hat die firma verlassen, hat gekündigt, in rente gegangen, im ruhestand, ehemaliger kontakt, bisheriger kontakt, alter kontakt,
    non lavora più, non è più con noi, ha lasciato, werkt niet meer, is vertrokken, niet meer bij ons`,
  keep: `
    stays, stay, staying, remains, remain, remaining, keep, keeps, still works, still work, still with us, still here, still our, continues, continue,
    reste, restent, garder, gardez, conserver, permanece, permanecen, sigue, siguen, mantener, mantengan, continúa, continúan,
    fica, ficam, continua, continuam, manter, mantenham, остаётся, остается, остаются, оставьте, оставить, يبقى, تبقى, يبقون, bleibt, bleiben, behalten, rimane, blijft`,
  all: `
    replace all, replace everybody, replace everyone, replace both contacts, replace both with, replace both by, replace the whole list, replace the entire list, replace the complete list, replace the current list, replace the existing list, replace our list, replace the list, replace our contacts, replace the contacts, replace the current contacts, replace the existing contacts, replace our current contacts, replace our existing contacts, replace the old contacts,
    complete list, full list, whole list, entire list, these are all our contacts, these are all the contacts, these are all of our contacts, all our contacts are, our only contacts, the only contacts, this is the whole list, this replaces everything, replaces the list, replaces all,
    remplacer tous, remplacez tous, remplacer la liste, remplacez la liste, liste complète, tous nos contacts sont, nos seuls contacts, reemplazar todos, reemplace todos, reemplacen todos, sustituir a todos, sustituyan a todos, lista completa, todos nuestros contactos son, nuestros únicos contactos,
    substituir todos, substituam todos, substitua todos, todos os nossos contatos são, nossos únicos contatos, замените всех, заменить всех, замените весь список, полный список, весь список, все наши контакты,
    استبدال الكل, استبدال الجميع, استبدال جميع, القائمة الكاملة, alle ersetzen, ersetzen sie alle, ersetze alle, vollständige liste, komplette liste, gesamte liste, das sind alle unsere kontakte, unsere einzigen kontakte`,
  'none-left': `
    remove all, remove everybody, remove everyone, remove both contacts, remove all contacts, delete all contacts, delete all, remove all of them, unsubscribe all, supprimer tous les contacts, supprimez tous les contacts, supprimer tous nos contacts, supprimez tous nos contacts, eliminar todos los contactos, eliminen todos los contactos, remover todos os contatos, removam todos os contatos, удалите всех, удалить всех, alle kontakte löschen, alle kontakte entfernen, حذف الجميع`,
};

/** Chinese and Japanese write no blanks: found anywhere. */
const ANYWHERE: Partial<Table> = {
  add: '添加, 加入, 增加, 新增, 追加',
  replace: '替换为, 更换为, 换成, 替换, 更换, 代替, 接替, 取代, 替換',
  remove: '删除, 移除, 去掉, 取消订阅, 退订, 刪除, 削除',
  left: '已经离职, 已离职, 离职, 不再担任, 不再负责, 不再工作, 已离开, 离开了, 已退休, 離職, 退職',
  keep: '保留, 留任, 继续担任',
  all: '全部替换, 替换全部, 替换所有, 完整名单, 全部联系人, 所有联系人',
  'none-left': '删除所有联系人, 删除全部联系人',
};

function list(text: string): string[] {
  return text
    .split(/[,\n]/)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');
}

/** One pattern of all phrases, the longest first; for texts in lower case with single blanks. */
export function anyOf(text: string, apart = true): RegExp {
  const all = list(text)
    .toSorted((a, b) => b.length - a.length)
    .map((phrase) => phrase.replace(/[.?*+()[\]|]/g, String.raw`\$&`));
  const body = `(?:${all.join('|')})`;
  return apart
    ? new RegExp(String.raw`(?<![\p{L}\p{N}])${body}(?![\p{L}\p{M}\p{N}])`, 'gu')
    : new RegExp(body, 'gu');
}

/** The patterns of each kind. */
export const ASK_PATTERNS: readonly (readonly [AskKind, RegExp])[] = [
  ...(Object.entries(PHRASES) as [AskKind, string][]).map(
    ([kind, text]) => [kind, anyOf(text)] as const,
  ),
  ...(Object.entries(ANYWHERE) as [AskKind, string][]).map(
    ([kind, text]) => [kind, anyOf(text, false)] as const,
  ),
  // "Alice left.", "has left the company", but not "left a message", "left the office for today".
  [
    'left',
    /(?<![\p{L}])(?:(?:has|have) (?:just |recently |already |now |meanwhile |since )?left|left)(?=$|[.,;!)]| (?:in \p{L}{3,9}|in \d{4}|on (?:the )?\d|last|this|and|but|so|we|since|too|also|as well|to join|already|yesterday|recently|us(?! an? )|(?:the|our|this) (?:company|organi[sz]ation|registry|team|job|position|post|ministry|firm|department|agency|university|institute|authority|list|staff))(?!\p{L}))/gu,
  ],
  // "is not with us any more", "doesn't work here anymore".
  [
    'left',
    /(?<!\p{L})(?:not|isn't|aren't|doesn't|don't) (?:(?:be|with|works?|working|here|at|for|in|us|part|of|our|a|an|the|team|staff|company|registry|organi[sz]ation|employed|contact|responsible|by) ){1,6}(?:any ?more|any longer)(?!\p{L})/gu,
  ],
  ['remove', /(?<!\p{L})take(?=[^.;]{1,80} off (?:the|your|our) )/gu],
  ['add', /(?<!\p{L})put(?=[^.;]{1,80} (?:on|to|onto) (?:the|your|our) list)/gu],
  // "would like to have Alice removed", but not "we have removed Alice".
  [
    'remove',
    /(?<=(?<!\p{L})(?:want|wish|like|need|please have|please get)(?! removed)[^.;]{1,60}) (?:removed|deleted|unsubscribed)(?!\p{L})/gu,
  ],
];
