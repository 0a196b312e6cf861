/** Mail providers: an address there says nothing about the user's company. */
const FREE_MAIL: ReadonlySet<string> = new Set(
  (
    '126.com 163.com aim.com aol.com att.net bellsouth.net bigpond.com bol.com.br bluewin.ch btinternet.com charter.net ' +
    'comcast.net cox.net duck.com earthlink.net email.com email.cz fastmail.com fastmail.fm foxmail.com free.fr freenet.de ' +
    'gmail.com gmx.at gmx.ch gmx.com gmx.de gmx.net googlemail.com hey.com hotmail.co.uk hotmail.com hotmail.de hotmail.es ' +
    'hotmail.fr hotmail.it hush.com hushmail.com icloud.com inbox.com inbox.lv interia.pl juno.com laposte.net libero.it ' +
    'live.co.uk live.com live.fr live.nl mac.com mail.com mail.de mail.ru mailbox.org me.com msn.com naver.com o2.pl ' +
    'ntlworld.com online.de onet.pl optonline.net optusnet.com.au orange.fr outlook.com outlook.de outlook.es outlook.fr ' +
    'pm.me posteo.de proton.me protonmail.ch protonmail.com qq.com rediffmail.com rocketmail.com rogers.com sbcglobal.net ' +
    'seznam.cz sfr.fr shaw.ca sina.com sky.com t-online.de talktalk.net telia.com telus.net terra.com.br tiscali.it ' +
    'tuta.com tutanota.com tutanota.de uol.com.br verizon.net virgilio.it virginmedia.com wanadoo.fr web.de windowslive.com ' +
    'wp.pl ya.ru yahoo.ca yahoo.co.in yahoo.co.jp yahoo.co.uk yahoo.com yahoo.com.au yahoo.com.br yahoo.de yahoo.es ' +
    'yahoo.fr yahoo.it yandex.com yandex.ru yeah.net ymail.com zoho.com zohomail.com'
  ).split(' '),
);

export function isFreeMail(domain: string): boolean {
  return FREE_MAIL.has(domain);
}
