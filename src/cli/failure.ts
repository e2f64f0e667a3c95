export {Failure} from '../lint/failure.ts'
