/** What a division of GB/T 4754-2017 (of K70 its class 物业管理) looks like on this street. Rates are per month, money per head in 10k CNY. */
export interface Industry {
  readonly code: string
  readonly weight: number
  /** Median head count relative to the street's. */
  readonly scale: number
  /** Disputes per worker relative to the street's. */
  readonly disputes: number
  readonly quits: number
  readonly women: number
  readonly migrants: number
  readonly revenuePerHead: number
  readonly trades: readonly string[]
}

const make = (
  code: string, weight: number, scale: number, disputes: number, quits: number,
  [women, migrants]: readonly [number, number], revenuePerHead: number, trades: string,
): Industry => ({ code, weight, scale, disputes, quits, women, migrants, revenuePerHead, trades: trades.split(' ') })

export const industries: readonly Industry[] = [
  make('H62', 20, 1, 1.9, 0.031, [0.55, 0.68], 16, '川味面馆 本帮菜馆 点心 火锅 咖啡 茶饮 快餐 烘焙 餐饮'),
  make('F52', 22, 0.8, 1.5, 0.025, [0.6, 0.45], 60, '便利店 服饰 水果 烟酒 药房 文具 五金 数码 百货'),
  make('F51', 7, 1, 0.8, 0.018, [0.45, 0.4], 140, '建材贸易 食品贸易 日用品贸易 电子贸易'),
  make('G54', 4, 1.5, 1.2, 0.025, [0.15, 0.65], 35, '货运 城市配送 冷链运输'),
  make('G58', 2, 1.1, 1, 0.022, [0.35, 0.5], 60, '货运代理 联运代理'),
  make('G59', 2, 1.2, 1, 0.024, [0.25, 0.6], 40, '仓储 装卸搬运'),
  make('G60', 2, 1.6, 1.5, 0.03, [0.2, 0.75], 22, '快递 邮件快运'),
  make('O80', 8, 0.7, 1.1, 0.026, [0.7, 0.6], 14, '家政 美容美发 洗衣 足浴 养老照料'),
  make('O81', 3, 0.6, 1, 0.02, [0.2, 0.5], 18, '汽车修理 电器维修 钟表修理'),
  make('O82', 2, 1.2, 1, 0.024, [0.55, 0.6], 12, '保洁 宠物服务'),
  make('L72', 9, 1.3, 1, 0.022, [0.5, 0.35], 40, '企业管理 人力资源 广告 会展 安保 旅行社'),
  make('K702', 3, 2.4, 0.9, 0.018, [0.4, 0.5], 22, '物业管理 物业服务'),
  make('I65', 5, 1.4, 0.8, 0.017, [0.35, 0.3], 45, '软件 信息技术 数据服务'),
  make('M74', 3, 1.2, 0.6, 0.015, [0.4, 0.3], 38, '工程设计 检测技术'),
  make('C18', 1.5, 2, 0.9, 0.018, [0.6, 0.55], 35, '服装厂 针织'),
  make('C34', 1, 2.2, 0.8, 0.016, [0.25, 0.4], 48, '机械制造 阀门'),
  make('E50', 3, 1.4, 1.2, 0.024, [0.15, 0.65], 42, '装饰工程 装潢设计'),
  make('P83', 2, 1.5, 1, 0.018, [0.7, 0.25], 20, '教育培训 艺术培训'),
  make('R89', 1, 1, 0.8, 0.022, [0.5, 0.35], 22, '健身 体育场馆'),
]
