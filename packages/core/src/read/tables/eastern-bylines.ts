/** Words beside the names of a byline in Chinese, Japanese and Korean, longest first; `reporter` says no more than an opening does. */
export const easternTitles: readonly string[] = [
  '责任编辑',
  '責任編輯',
  '特约记者',
  '特約記者',
  '实习记者',
  '實習記者',
  '见习记者',
  '見習記者',
  '首席记者',
  '资深记者',
  '资深記者',
  '資深記者',
  '特派记者',
  '特派記者',
  '实习生',
  '通讯员',
  '通訊員',
  '特派员',
  '特派員',
  '特约撰稿人',
  '评论员',
  '評論員',
  '编辑委员',
  '編集委員',
  '論説委員長',
  '論説委員',
  '論説副委員長',
  '客員論説委員',
  '支局長',
  '総局長',
  '編集長',
  '専門記者',
  '責编',
  '责编',
  '编辑',
  '編輯',
  '摄影',
  '攝影',
  '撮影',
  '翻译',
  '翻譯',
  '선임기자',
  '전문기자',
  '인턴기자',
  '수습기자',
  '객원기자',
  '사진기자',
  '대기자',
  '통신원',
  '특파원',
  '논설위원',
  '편집위원',
  '칼럼니스트',
  '평론가',
  '교수',
  '앵커',
];

/** Openings and endings that say no more than that somebody wrote. */
export const easternReporters: readonly string[] = [
  '记者',
  '記者',
  '作者',
  '撰文',
  '撰稿',
  '取材・文',
  '聞き手',
  '기자',
  '글',
];

/** First characters of the names of most Chinese: `李明 王芳` are two, `山田 太郎` is one. */
export const chineseSurnames =
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖萧蕭田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范范金石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫阎段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯';

/** Cities by which correspondents in Korean are told. */
export const hangulPlaces: readonly string[] =
  '서울 부산 대구 인천 광주 대전 울산 세종 수원 제주 춘천 청주 전주 창원 도쿄 베이징 상하이 홍콩 타이베이 워싱턴 뉴욕 로스앤젤레스 런던 파리 베를린 브뤼셀 모스크바 제네바 카이로 하노이 방콕 자카르타 뉴델리'.split(
    ' ',
  );
