const list = (text: string): string[] => text.trim().split(/\s+/u);

/** Words in capitals that open a text before a dash or a colon and are no places, nor a part of one. */
export const noPlaces: ReadonlySet<string> = new Set(
  list(`
    ROUND ACT CHAPTER PART GAME STEP SCENE EPISODE SEASON LESSON PHASE STAGE DAY WEEK MUST READ SHOULD
    WHEAT CORN SOYBEANS COPPER ZINC GOLD SILVER TOTAL NOTES ENQUIRIES INC CORP LTD PLC GMBH MEANWHILE
    FOOTBALL SOCCER CRICKET RUGBY TENNIS GOLF BOXING RACING ATHLETICS CYCLING HOCKEY BASKETBALL BASEBALL SWIMMING
    ROWING SAILING SPORT SPORTS BUSINESS MARKETS ECONOMY POLITICS CULTURE HEALTH SCIENCE TECHNOLOGY TRAVEL FOOD
    FASHION MUSIC FILM TELEVISION THEATRE THEATER BOOKS ART ARTS OBITUARY BACKGROUND ABSTRACT OBJECTIVE OBJECTIVES
    INTRODUCTION PURPOSE METHODS RESULTS CONCLUSION CONCLUSIONS QUESTION ANSWER HOST REPORTER ANCHOR NARRATOR
    PRESENTER VOICE SPEAKER WHAT WHEN WHERE WHO WHY HOW ATTENTION ALERT WARNING ANNOUNCEMENT NOTICE REMINDER LETTER
    LETTERS COMMENT COMMENTARY COLUMN HEADLINES TOP LEAD QUOTE QUOTES FACT FACTS HIGHLIGHTS HIGHLIGHT TITLE SUBJECT
    DATE PLACE TIME SOURCE SOURCES CONTACT PRESS RELEASE STATEMENT SPECIAL REPORT ROUNDUP PREVIEW RECAP LIVE MORE ALSO
    OPERATOR NATO EU UN UNO USA US UK OPEC IMF WTO FBI CIA NASA CEO GDP AI IT TV BBC CNN ECB BREAKING UPDATE UPDATED
    CORRECTED CORRECTION REFILE EXCLUSIVE WRAPUP FACTBOX ANALYSIS NEWS VIDEO PHOTOS PHOTO OPINION EDITORIAL INTERVIEW
    REVIEW NOTE SUMMARY URGENT POINTS TAKEAWAYS STORIES STORY SCORES STANDINGS FIXTURES WINNERS LOSERS HEADLINE BRIEF
    BRIEFS BRIEFLY FLASH BULLETIN ADVISORY DISCLAIMER SPONSOR TOPIC PARTICIPANTS AFFIRMATIVE NEGATIVE PROS CONS MYTH
    REALITY PROBLEM SOLUTION TIP TIPS RATING VERDICT SCORE FINAL RESULT UEFA FIFA NBA NFL NHL MLB NCAA NHS UNESCO
    UNICEF UNHCR ASEAN APEC BREXIT COVID ISIS HAMAS HEZBOLLAH TALIBAN IKEA SONY INTEL CISCO NVIDIA TESLA APPLE GOOGLE
    AMAZON META NETFLIX AIRBUS BOEING TOYOTA HONDA NISSAN VOLKSWAGEN SIEMENS BASF BAYER ADIDAS FUSSBALL EISHOCKEY
    HANDBALL VOLLEYBALL BIATHLON SKISPRINGEN LEICHTATHLETIK SCHWIMMEN RADSPORT SKI SKICROSS FORMEL MOTORSPORT KULTUR
    WIRTSCHAFT POLITIK WETTER BÖRSE MEINUNG KOMMENTAR LEITARTIKEL GLOSSE NACHRICHTEN EILMELDUNG BERICHT
    ZUSAMMENFASSUNG HINTERGRUND PORTRÄT REZENSION FRAGE ANTWORT TERMINE SERVICE HINWEIS ACHTUNG NEIN JA FAZIT STAND
    THEMA RUGBYMAN CYCLISME HANDICAP NATATION ÉCONOMIE POLITIQUE MÉTÉO BOURSE ANALYSE ENTRETIEN PORTRAIT CRITIQUE
    RÉPONSE ENCADRÉ CHRONOLOGIE RÉSUMÉ ALERTE FÚTBOL BALONCESTO CICLISMO TENIS ECONOMÍA POLÍTICA SOCIEDAD CULTURA
    DEPORTES OPINIÓN ENTREVISTA CRÓNICA REDACCIÓN ANÁLISIS PREGUNTA RESPUESTA URGENTE AVANCE RESUMEN BOLSA CALCIO
    BASKET PALLAVOLO ECONOMIA POLITICA SPETTACOLI INTERVISTA ANALISI DOMANDA RISPOSTA SCHEDA BORSA CRONACA FUTEBOL
    ESPORTES DESPORTO OPINIÃO REDAÇÃO ANÁLISE PERGUNTA RESPOSTA RESUMO ФУТБОЛ ХОККЕЙ ТЕННИС СПОРТ ЭКОНОМИКА ПОЛИТИКА
    КУЛЬТУРА МНЕНИЕ ИНТЕРВЬЮ СПРАВКА ВОПРОС ОТВЕТ СРОЧНО IS ARE WAS WERE BE BEEN ITS THIS THAT THESE THOSE HIS HER
    THEIR OUR YOUR MY WE YOU THEY SHE TO FOR WITH FROM NOT NO YES HAS HAVE HAD WILL WOULD COULD SHOULD DO DOES
    DID OR BUT AS WHICH HAPPENING HAPPENED HERE THERE THAN ABOUT HERE'S
  `),
);

/** Endings of the names of companies. */
export const legalForms: ReadonlySet<string> = new Set(
  list(`
    INC CORP CO LTD LIMITED PLC LLC LLP LP AG GMBH KG KGAA SE SA SAS SARL SPA SRL NV BV AB ASA OYJ PTY PTE BHD KK PJSC OAO
  `),
);

/** Words by which a sentence goes on behind a dash. */
export const goesOn =
  /^—(?:the|which|that|who|whose|and|an?|or|but|said|says|is|was|has|had|with|where|und|die|der|das|et|le|la|les|qui|y|el|que)(?!\p{L})/u;

/** What stands in brackets behind a person as an agency does behind a place. */
export const parties =
  /^\((?:SPD|CDU|CSU|CDU\/CSU|FDP|AfD|Grüne|Die Linke|Linke|BSW|SVP|SP|CVP|GLP|ÖVP|SPÖ|FPÖ|NEOS|PS|LR|RN|LFI|EELV|UMP|LREM|PSOE|PP|Vox|PSC|ERC|PD|FI|Lega|FdI|PT|PSDB|PMDB|MDB|PL|PSD|Conservative|Labour|Lab|Con|Lib Dem|SNP|Republican|Democrat|R-\p{L}+\.?|D-\p{L}+\.?|PvdA|VVD|CDA|D66)\)/u;

/** Where most reports are written, as papers of the interface languages name it. */
export const places: readonly string[] = `
  Abidjan, Abu Dhabi, Abuja, Accra, Addis Ababa, Addis-Abeba, Algiers, Alger, Algier, Argel, Algeri, Almaty, Amman,
  Ammán, Amsterdam, Ámsterdam, Ankara, Antananarivo, Antwerp, Antwerpen, Anvers, Ashgabat, Asunción, Athen, Athens,
  Athènes, Atenas, Atene, Atlanta, Auckland, Baghdad, Bagdad, Baku, Bakou, Bakú, Bamako, Bangalore, Bengaluru,
  Bangkok, Barcelona, Barcelone, Barcellona, Basel, Bâle, Beijing, Peking, Pékin, Pekín, Pechino, Pequim, Beirut,
  Beyrouth, Beirute, Belfast, Belgrade, Belgrad, Belgrado, Berlin, Berlín, Berlino, Berlim, Bern, Berne, Berna,
  Bishkek, Bogotá, Bogota, Bologna, Bonn, Bordeaux, Boston, Brasília, Brasilia, Bratislava, Bregenz, Bremen,
  Brisbane, Bristol, Brussels, Brüssel, Bruxelles, Bruselas, Brussel, Budapest, Bucharest, Bukarest, Bucarest,
  Buenos Aires, Cairo, Kairo, Le Caire, El Cairo, Il Cairo, Calcutta, Canberra, Cape Town, Kapstadt, Caracas,
  Cardiff, Casablanca, Chennai, Chicago, Chișinău, Chisinau, Chur, Colombo, Copenhagen, Kopenhagen, Copenhague,
  Copenaghen, Dakar, Dallas, Damascus, Damaskus, Damas, Damasco, Davos, Delhi, Den Haag, Detroit, Dhaka, Doha,
  Dortmund, Dresden, Dubai, Dubaï, Dubái, Dublin, Dublín, Dublino, Dushanbe, Düsseldorf, Edinburgh, Erfurt, Essen,
  Florence, Florenz, Firenze, Frankfurt, Francfort, Fráncfort, Francoforte, Freiburg, Geneva, Genf, Genève, Ginebra,
  Ginevra, Genebra, Genoa, Genova, Glasgow, Göteborg, Graz, Grozny, Guangzhou, Guatemala, Halle, Hamburg, Hamburgo,
  Amburgo, Hanoi, Hanoï, Hannover, Harare, Havana, Havanna, La Havane, La Habana, Helsinki, Helsingfors, Hong Kong,
  Hongkong, Honolulu, Houston, Innsbruck, Irkutsk, Islamabad, Istanbul, Estambul, Istambul, Jakarta, Yakarta,
  Giacarta, Jena, Jerusalem, Jérusalem, Jerusalén, Gerusalemme, Jerusalém, Johannesburg, Kabul, Kaboul, Kampala,
  Karachi, Karlsruhe, Kassel, Kathmandu, Kazan, Khartoum, Khartum, Kyiv, Kiev, Kiew, Kiel, Kigali, Kinshasa, Kolkata,
  Köln, Kuala Lumpur, Kuwait, Lagos, Lahore, La Paz, Lausanne, Leipzig, Lille, Lima, Limoges, Linz, Lisbon, Lissabon,
  Lisbonne, Lisboa, Lisbona, Liverpool, Ljubljana, London, Londres, Londra, Los Angeles, Los Ángeles, Luanda,
  Lucknow, Lugano, Lusaka, Luxembourg, Luxemburg, Luxemburgo, Luzern, Lviv, Lyon, Lyons, Macau, Madrid, Mailand,
  Mainz, Managua, Manama, Manchester, Manila, Manille, Mannheim, Maputo, Marseille, Melbourne, Mexico City, Mexico,
  México, Miami, Milan, Milano, Milán, Minsk, Mogadishu, Montevideo, Montréal, Montreal, Moscow, Moskau, Moscou,
  Moscú, Mosca, Moscovo, Mumbai, Munich, München, Monaco, Múnich, Muscat, Nairobi, Nantes, Naples, Neapel, Napoli,
  New Delhi, Neu-Delhi, Nueva Delhi, Nuova Delhi, New York, Nueva York, Nova York, Nice, Nicosia, Nikosia, Nürnberg,
  Oslo, Ottawa, Oxford, Palermo, Panama City, Paris, París, Parigi, Perth, Philadelphia, Phnom Penh, Pjöngjang,
  Podgorica, Port-au-Prince, Porto, Potsdam, Prague, Prag, Praga, Pretoria, Pristina, Pyongyang, Québec, Quito,
  Rabat, Ramallah, Rangoon, Yangon, Rennes, Reykjavik, Reykjavík, Riga, Rio de Janeiro, Riyadh, Riad, Riyad, Rom,
  Rome, Roma, Rostock, Rotterdam, Saarbrücken, Salzburg, San Francisco, San José, San Juan, San Salvador, Sana'a,
  Santiago, Santo Domingo, São Paulo, Sarajevo, Schwerin, Seattle, Seoul, Séoul, Seúl, Seul, Shanghai, Schanghai,
  Shenzhen, Simferopol, Singapore, Singapur, Singapour, Singapura, Skopje, Sofia, St. Gallen, St. Petersburg,
  Stockholm, Estocolmo, Stoccolma, Strasbourg, Straßburg, Strassburg, Estrasburgo, Strasburgo, Stuttgart, Sydney,
  Taipei, Tallinn, Tashkent, Tbilisi, Tiflis, Tegucigalpa, Teheran, Tehran, Téhéran, Teherán, Tel Aviv, The Hague,
  La Haye, La Haya, L'Aia, Tirana, Tokyo, Tokio, Tóquio, Toronto, Toulouse, Trieste, Tripoli, Tunis, Turin, Torino,
  Túnez, Ulan Bator, Ulm, Valencia, Valletta, Vancouver, Venice, Venedig, Venezia, Vienna, Wien, Vienne, Viena,
  Vientiane, Vilnius, Warsaw, Warschau, Varsovie, Varsovia, Varsavia, Washington, Wellington, Wiesbaden, Windhoek,
  Winterthur, Yaounde, Yaoundé, Yerevan, Zagreb, Zaporizhzhia, Zürich, Zurich, Zúrich, Zurigo, Zug, Rio, Aix, Ufa,
  Москва, Санкт-Петербург, Киев, Минск, Берлин, Париж, Лондон, Вашингтон, Брюссель, Пекин, Токио, Рим, Женева, Вена,
  Анкара, Тегеран, Алма-Ата, Астана, Казань, Екатеринбург, Новосибирск, Владивосток
`
  .split(',')
  .map((name) => name.trim());

/** The same in Chinese and Japanese. */
export const hanPlaces: readonly string[] = list(`
  北京 上海 天津 重庆 重慶 广州 廣州 深圳 香港 澳门 澳門 台北 臺北 高雄 台中 臺中 台南 臺南 新北
  桃园 桃園 新竹 南京 杭州 成都 武汉 武漢 西安 沈阳 瀋陽 长春 长沙 郑州 济南 合肥 福州 厦门 昆明
  贵阳 南宁 海口 兰州 西宁 银川 乌鲁木齐 拉萨 呼和浩特 哈尔滨 石家庄 太原 南昌 大连 青岛 宁波 苏州
  东京 東京 大阪 首尔 首爾 平壤 新加坡 吉隆坡 曼谷 河内 雅加达 马尼拉 新德里 伊斯兰堡 喀布尔 德黑兰
  巴格达 大马士革 耶路撒冷 开罗 開羅 内罗毕 莫斯科 基辅 基輔 柏林 巴黎 伦敦 倫敦 布鲁塞尔 布魯塞爾
  日内瓦 日內瓦 罗马 羅馬 马德里 馬德里 维也纳 華盛頓 华盛顿 纽约 紐約 洛杉矶 洛杉磯 旧金山 渥太华
  墨西哥城 巴西利亚 里约热内卢 布宜诺斯艾利斯 堪培拉 悉尼 惠灵顿
`);
