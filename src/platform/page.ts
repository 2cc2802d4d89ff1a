export { useDidShow, useReachBottom, useRouter } from '@tarojs/taro'
