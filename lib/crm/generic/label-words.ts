/**
 * Words of which labels are made, in the languages of the desks: English, Spanish, German, French, Portuguese, Italian,
 * Dutch, Polish, Turkish, Russian, Arabic, Japanese, Chinese. Any spelling: they are folded as labels are.
 */
export const labelWords = {
  email: `email mail emails emailaddress emailadresse mailadresse emailadres correo electrónico courriel mél eposta posta
    elettronica correio eletrônico poczta elektroniczna почта почты эл электронная البريد بريد الإلكتروني إلكتروني إيميل
    الإيميل メール メールアドレス eメール 電子メール 邮箱 邮件 电子邮件 电子邮箱 邮箱地址 电邮 郵箱 電子郵件`,
  phone: `phone phones telephone tel telefon telefono teléfono téléphone telefone telefoon telefoonnummer telefonnummer
    rufnummer handy handynummer mobil mobile mobiel mobilnummer mobiltelefon mobilfunk festnetz cell cellphone cellular
    landline gsm msisdn mob portable móvil celular telemóvel cellulare komórka komórkowy telefonu cep телефон телефона
    тел мобильный сотовый الهاتف هاتف الجوال جوال المحمول موبايل تليفون 電話 電話番号 携帯 携帯電話 携帯番号 携帯電話番号 电话
    手机 手机号 手机号码 电话号码 联系电话 電話號碼 手機`,
  id: `kundennummer kundennr kundenid debitorennummer klantnummer klantnr customerid customerno customernumber clientid
    accountid accountno accountnumber numclient memberno 顧客番号 会員番号 お客様番号 客户编号 客户号 会员号 客戶編號`,
  numbered: `account cuenta compte conta hesap حساب الحساب абонент лицевого счета member subscriber abonnent`,
  number: `no nr num number numero número nummer numer numéro n id № номер numarası رقم الرقم 番号 编号`,
  name: `name fullname realname displayname full real display nom nombre nome naam имя фио الاسم اسم isim 名前 氏名 お名前
    姓名 名称 顧客名 客户名称 imię adı ad`,
  first: `firstname first given vorname prénom voornaam nombres имени`,
  last: `lastname last family surname nachname familienname apellido apellidos cognome achternaam sobrenome nazwisko soyadı
    soyad фамилия`,
  customer: `customer customers client cliente clientes requester requesters requestor requestors caller callers reporter
    kunde kundin kunden anrufer anruferin melder antragsteller auftraggeber solicitante llamante demandeur demandeuse
    appelant richiedente chiamante klant aanvrager beller klient klienta zgłaszający dzwoniący müşteri arayan клиент
    клиента заявитель звонящий العميل عميل المتصل الزبون 顧客 お客様 依頼者 発信者 客户 请求者 來電者 客戶 来电者`,
  contact: `contact kontakt contacto contato contatto contactpersoon ansprechpartner ansprechpartnerin kişi контакт
    الاتصال جهة 連絡先 联系人 聯絡人`,
  other: `cc bcc admincc kopie copia copie копия نسخة 抄送 owner agent agents assignee assigned by author creator created
    updated modified manager rep representative responsible technician approver colleague colleagues team staff employee
    watcher watchers follower followers collaborators participants spouse emergency referrer supplier vendor support
    helpdesk hotline related similar recent suggested duplicates logged signed besitzer bearbeiter sachbearbeiter
    zuständig verantwortlich betreuer betreuerin autor erstellt mitarbeiter lieferant agente asesor asignado propietario
    gestor creado responsable responsável atribuído proprietario assegnato autore creato propriétaire assigné auteur
    conseiller conseillère gestionnaire eigenaar behandelaar toegewezen beheerder medewerker właściciel przypisany opiekun
    temsilci sorumlu sahibi atanan ответственный исполнитель владелец автор менеджер المسؤول مسؤول الوكيل المالك الموظف 担当
    担当者 所有者 作成者 负责人 所有人 创建人 负责 負責人 客服`,
  filler: `primary main work home private personal business office second secondary alternative alternate other direct
    default preferred address details detail information info data profile card required optional the of de du des la le
    el del di da do dos della para daten datos données dati gegevens dane bilgileri данные معلومات 情報 信息 adresse
    adres dirección endereço indirizzo adresi адрес عنوان principal principale privat geschäftlich dienstlich privé pro
    professionnel travail bureau domicile trabajo casa particular lavoro ufficio zakelijk werk thuis privé służbowy domowy
    iş ev рабочий домашний личный основной العمل المنزل`,
} as const;

export type WordKind = keyof typeof labelWords;
