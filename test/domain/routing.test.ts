import { asId } from '#domain/kernel/id'
import { chooseRoute, type Route } from '#domain/routing'
import { aCategory, department, otherDepartment, otherStreet, street } from '../support/builders'

const category = aCategory().id
const wide: Route = { category, street: null, department }
const local: Route = { category, street, department: otherDepartment }

describe('which department handles a category in a street', () => {
  it.each([[[wide, local]], [[local, wide]]])('the street’s own line wins, in whatever order', (routes) => {
    expect(chooseRoute(routes, category, street)).toBe(otherDepartment)
  })

  it('a street without its own line takes the district-wide one', () => {
    expect(chooseRoute([local, wide], category, otherStreet)).toBe(department)
  })

  it('another street’s line is no line', () => {
    expect(chooseRoute([local], category, otherStreet)).toBeNull()
  })

  it('another category’s line is no line', () => {
    expect(chooseRoute([wide, local], asId<'category'>('category-lamp'), street)).toBeNull()
  })
})
